import { NotFoundError, PermissionError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";
import type { ZammadClient } from "./client.ts";
import { type RawUser, rawUser } from "./schema.ts";

export interface Person {
  readonly name: string;
  readonly email: string | null;
}

/** Names of requesters, remembered for ten minutes. */
export interface People {
  /** `null` for who is deleted, or not visible to us. */
  get(id: string): Promise<Person | null>;
}

const oldAfterMs = 10 * 60_000;
const mostRemembered = 20_000;

export function createPeople(client: ZammadClient, { clock }: PluginContext): People {
  const known = new Map<string, { readonly person: Person | null; readonly at: Instant }>();

  async function load(id: string): Promise<Person | null> {
    try {
      return personOf(await client.get(`/users/${encodeURIComponent(id)}`, rawUser));
    } catch (error) {
      if (error instanceof NotFoundError || error instanceof PermissionError) return null;
      throw error;
    }
  }

  return {
    async get(id) {
      const found = known.get(id);
      if (found !== undefined && found.at > clock.now() - oldAfterMs) return found.person;
      const person = await load(id);
      known.delete(id);
      known.set(id, { person, at: clock.now() });
      for (const oldest of known.keys()) {
        if (known.size <= mostRemembered) break;
        known.delete(oldest);
      }
      return person;
    },
  };
}

export function personOf(user: RawUser): Person {
  const name = [user.firstname, user.lastname].filter(Boolean).join(" ").trim();
  return { name: name || user.email || user.login || user.id, email: user.email || null };
}
