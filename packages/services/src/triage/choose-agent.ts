import { createHash } from "node:crypto";
import { categorySlug } from "@otai/service-api/category-slug";
import type { RouteRequest } from "@otai/service-api/route";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import type { AgentRoster, RosterAgent } from "./agent-roster.ts";
import { sameValue } from "./match-rule.ts";
import type { Group } from "./triage-desk.ts";

export interface AgentChoice {
  /** Id of the agent; `null` where nobody is to be proposed. */
  readonly agent: string | null;
  /** Half a sentence for people: why this one, or why nobody. */
  readonly because: string;
}

export interface Candidates {
  readonly roster: AgentRoster;
  /** The rule's group in the ticket's own system; `null` where it has none. */
  readonly group: Group | null;
  /** Who has so many open tickets gets no other. */
  readonly loadCap: number;
}

export function wantsAgent({ then: { agent, strategy } }: RoutingRule): boolean {
  return agent !== null || strategy !== "none";
}

/**
 * Whom to propose for a ticket: the agent that the rule names, else, by its strategy, one of those who are active, work in the
 * group and have room. Depends on nothing but what it is given; nobody is told of it and nothing is written.
 */
export function chooseAgent(
  { then: { agent: named, strategy } }: RoutingRule,
  ticket: RouteRequest,
  { roster, group, loadCap }: Candidates,
): AgentChoice {
  if ("unknown" in roster) return nobody(roster.unknown);
  if (group === null) return nobody("the rule's group is unknown here");
  const load = (agent: RosterAgent) => roster.openTickets.get(agent.id) ?? 0;
  const obstacle = (agent: RosterAgent) => {
    if (!agent.active) return "is not active";
    if (!agent.queues.includes(group.id)) return `does not work in ${group.name}`;
    return load(agent) >= loadCap ? `has ${load(agent)} open tickets, the most is ${loadCap}` : null;
  };
  const specialist = named === null ? null : findAgent(named, roster.agents);
  const missed = specialist === null ? `no agent is called ${named}` : obstacle(specialist);
  if (specialist !== null && missed === null) {
    return { agent: specialist.id, because: `the rule names ${specialist.name}` };
  }
  const lament = specialist === null ? missed! : `${specialist.name} ${missed}`;
  if (strategy === "none") return nobody(lament);
  const eligible = roster.agents.filter((agent) => obstacle(agent) === null).sort(byId);
  const choice =
    eligible.length === 0
      ? nobody(`of ${group.name} nobody is active with fewer than ${loadCap} open tickets`)
      : strategies[strategy](eligible, ticket, load);
  return named === null ? choice : { ...choice, because: `${lament}, ${choice.because}` };
}

/** @param eligible at least one, in the order of their ids */
type Choose = (
  eligible: readonly RosterAgent[],
  ticket: RouteRequest,
  load: (agent: RosterAgent) => number,
) => AgentChoice;

const strategies: Readonly<Record<Exclude<RoutingRule["then"]["strategy"], "none">, Choose>> = {
  /** A turn that needs no memory: each agent draws a lot for the ticket, so that one who leaves moves only their own tickets. */
  round_robin(eligible, { ticket_id }) {
    const lots = eligible.map((agent) => ({ agent, lot: drawLot(ticket_id, agent.id) }));
    const { agent } = lots.reduce((best, one) => (one.lot < best.lot ? one : best));
    return { agent: agent.id, because: `it is the turn of ${agent.name}` };
  },
  least_busy: leastBusy,
  skill(eligible, ticket, load) {
    const skilled = eligible.filter(({ skills = [] }) => skills.some((skill) => fits(skill, ticket)));
    if (skilled.length > 0) return leastBusy(skilled, ticket, load);
    const told = eligible.some(({ skills }) => skills !== undefined);
    return nobody(told ? `nobody with room has a skill for ${ticket.category}` : "the ticket system tells no skills");
  },
};

function leastBusy(...[eligible, , load]: Parameters<Choose>): AgentChoice {
  const agent = eligible.reduce((best, one) => (load(one) < load(best) ? one : best));
  return { agent: agent.id, because: `${agent.name} has the fewest open tickets (${load(agent)})` };
}

function nobody(why: string): AgentChoice {
  return { agent: null, because: `nobody is proposed, since ${why}` };
}

/** By id, else by a name that only one has. */
function findAgent(named: string, agents: readonly RosterAgent[]): RosterAgent | null {
  const called = agents.filter(({ name }) => name === named);
  return agents.find(({ id }) => id === named) ?? (called.length === 1 ? called[0]! : null);
}

/** A skill is meant for a category in its words or as its slug, and for a language by its code. */
function fits(skill: string, { category, language }: RouteRequest): boolean {
  if (sameValue("category", skill, category) || categorySlug(skill) === category) return true;
  return language !== undefined && sameValue("language", skill, language);
}

function byId(one: RosterAgent, other: RosterAgent): number {
  return one.id < other.id ? -1 : 1;
}

function drawLot(ticketId: string, agentId: string): string {
  return createHash("sha256")
    .update(JSON.stringify([ticketId, agentId]))
    .digest("hex");
}
