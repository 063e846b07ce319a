import type { Agent } from "@otai/plugin-api/agent";
import type { Instant } from "@otai/plugin-api/ticket";
import { unlessForbidden } from "@otai/plugin-kit/unless-forbidden";
import { z } from "zod";
import type { Account } from "./account.ts";
import { personOf } from "./people.ts";
import { readAllPages } from "./read-pages.ts";
import { type RawAgent, type RawRole, rawAgent, rawRole } from "./schema.ts";

const pageSize = 100;

/**
 * Everybody with the permission `ticket.agent`, and the groups in which they may own tickets. Groups that come with a role are seen
 * only by a token with `admin.role`. `null` when the token may not search users.
 */
export async function listAgents(account: Account): Promise<readonly Agent[] | null> {
  const { client, context } = account;
  const users = await unlessForbidden(context, "/users/search", () => searchAgents(account));
  if (users === null) return null;
  const roles = await unlessForbidden(context, "/roles", () => readAllPages(client, "/roles", rawRole));
  return users.map((user) => ({
    id: user.id,
    name: personOf(user).name,
    active: user.active !== false && !isAway(user, context.clock.now()),
    queues: groupsOf(user, roles ?? []),
  }));
}

/** The list of users has no filter and holds every customer; the search has one. */
async function searchAgents({ client }: Account): Promise<RawAgent[]> {
  const agents = new Map<string, RawAgent>();
  for (let page = 1; ; page++) {
    const query = { query: "*", "permissions[]": "ticket.agent", page, per_page: pageSize };
    const found = await client.get("/users/search", z.array(rawAgent), query);
    const before = agents.size;
    for (const user of found) agents.set(user.id, user);
    if (found.length < pageSize || agents.size === before) return [...agents.values()];
  }
}

/** Only who has full rights in a group can own its tickets. */
function groupsOf({ group_ids, role_ids }: RawAgent, roles: readonly RawRole[]): string[] {
  const held = roles.filter(({ id, active }) => active !== false && (role_ids ?? []).includes(id));
  const rights = [group_ids, ...held.map((role) => role.group_ids)].flatMap((granted) => Object.entries(granted ?? {}));
  return [...new Set(rights.filter(([, right]) => right.includes("full")).map(([group]) => group))];
}

/** From the first day to the last, by the calendar of UTC: Zammad gives days and no zone. */
function isAway(user: RawAgent, now: Instant): boolean {
  const { out_of_office, out_of_office_start_at: start, out_of_office_end_at: end } = user;
  if (out_of_office !== true) return false;
  const today = new Date(now).toISOString().slice(0, 10);
  return (start == null || start.slice(0, 10) <= today) && (end == null || today <= end.slice(0, 10));
}
