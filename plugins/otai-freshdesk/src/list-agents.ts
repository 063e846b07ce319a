import type { Agent } from "@otai/plugin-api/agent";
import { unlessForbidden } from "@otai/plugin-kit/unless-forbidden";
import { type Account, agentName } from "./account.ts";
import { readAnswer } from "./read-answer.ts";
import { readAll } from "./read-pages.ts";
import { agentSchema, groupSchema, type RawAgent } from "./schema.ts";

/**
 * The agents with their groups. Where the list does not tell groups, every group is asked for its members, once.
 * `null` when the key's agent may not see agents or groups.
 */
export function listAgents(account: Account): Promise<readonly Agent[] | null> {
  return unlessForbidden(account.context, "agents and their groups", async () => {
    const agents = await readAll(account.client, "/agents", agentSchema);
    const toldByAll = agents.every(({ group_ids }) => group_ids != null);
    const groups = toldByAll ? new Map<string, string[]>() : await groupsByAgent(account);
    return agents.map((agent) => ({
      id: agent.id,
      name: agentName(agent),
      active: isActive(agent),
      queues: agent.group_ids ?? groups.get(agent.id) ?? [],
      ...(agent.skills != null && { skills: agent.skills }),
    }));
  });
}

/** What is not told counts as usual: an account without automatic assignment has no availability. */
function isActive({ available, contact }: RawAgent): boolean {
  return available !== false && contact?.active !== false;
}

async function groupsByAgent({ client }: Account): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  for (const { id } of await readAll(client, "/groups", groupSchema)) {
    const path = `/groups/${id}`;
    const answer = await client.request({ method: "GET", path, repeatable: true });
    const { agent_ids } = readAnswer(groupSchema, answer.body, `GET ${path}`);
    for (const agent of agent_ids ?? []) groups.set(agent, [...(groups.get(agent) ?? []), id]);
  }
  return groups;
}
