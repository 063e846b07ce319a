import type { Agent } from "@otai/plugin-api/agent";
import { unlessForbidden } from "@otai/plugin-kit/unless-forbidden";
import { z } from "zod";
import type { Account } from "./account.ts";
import { readAllPages } from "./read-pages.ts";
import { type RawAgent, rawAgent, rawMembership } from "./schema.ts";

const usersPage = z.object({ users: z.array(rawAgent) });
const membershipsPage = z.object({ group_memberships: z.array(rawMembership) });
/** Light agents comment and watch; no ticket can be assigned to one. */
const lightAgent = 1;

/** Agents and admins with their groups. `null` when the token's agent may not list users. */
export function listAgents({ client, context }: Account): Promise<readonly Agent[] | null> {
  return unlessForbidden(context, "agents and their groups", async () => {
    const roles = { "role[]": ["agent", "admin"] };
    const users = (await readAllPages(client, "/users.json", usersPage, roles)).flatMap((page) => page.users);
    const memberships = await readAllPages(client, "/group_memberships.json", membershipsPage);
    const groups = new Map<string, string[]>();
    for (const { user_id, group_id } of memberships.flatMap((page) => page.group_memberships)) {
      if (user_id !== null && group_id !== null) groups.set(user_id, [...(groups.get(user_id) ?? []), group_id]);
    }
    return users.map((user) => ({
      id: user.id,
      name: user.name || user.email || user.id,
      active: isActive(user),
      queues: groups.get(user.id) ?? [],
    }));
  });
}

function isActive({ active, suspended, role_type }: RawAgent): boolean {
  return active !== false && suspended !== true && role_type !== lightAgent;
}
