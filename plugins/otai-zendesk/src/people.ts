import type { Clock } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";
import type { ZendeskClient } from "./client.ts";
import { usersAnswer } from "./schema.ts";

export interface Person {
  readonly name: string;
  readonly email: string | null;
}

/** Names of requesters and agents, a hundred per call, remembered for ten minutes. */
export interface People {
  /** Who is not among the result is deleted, or not visible to us. */
  find(ids: Iterable<string | null>): Promise<ReadonlyMap<string, Person>>;
}

const oldAfterMs = 10 * 60_000;
const mostRemembered = 20_000;
/** `show_many` answers 400 TooManyValues above it. */
const mostIds = 100;

export function createPeople(client: ZendeskClient, clock: Clock): People {
  const known = new Map<string, { readonly person: Person | null; readonly at: Instant }>();

  async function load(ids: readonly string[]): Promise<void> {
    const { users } = await client.get("/users/show_many.json", usersAnswer, { ids: ids.join(",") });
    const byId = new Map(users.map((user) => [user.id, user]));
    for (const id of ids) {
      const user = byId.get(id);
      known.delete(id);
      known.set(id, { person: user === undefined ? null : { name: user.name, email: user.email }, at: clock.now() });
    }
  }

  function forgetOldest(): void {
    for (const id of known.keys()) {
      if (known.size <= mostRemembered) return;
      known.delete(id);
    }
  }

  return {
    async find(ids) {
      const fresh = clock.now() - oldAfterMs;
      const wanted = [...new Set(ids)].filter((id) => id !== null && /^\d+$/.test(id)) as string[];
      const missing = wanted.filter((id) => (known.get(id)?.at ?? Number.NEGATIVE_INFINITY) < fresh);
      for (let start = 0; start < missing.length; start += mostIds) await load(missing.slice(start, start + mostIds));
      const found = new Map<string, Person>();
      for (const id of wanted) {
        const person = known.get(id)?.person;
        if (person != null) found.set(id, person);
      }
      forgetOldest();
      return found;
    },
  };
}
