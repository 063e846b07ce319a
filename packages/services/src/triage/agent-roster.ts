/** An agent of the ticket system, as far as routing cares. */
export interface RosterAgent {
  readonly id: string;
  readonly name: string;
  /** May be given new tickets right now. */
  readonly active: boolean;
  /** Ids of the groups whose tickets the agent may own. */
  readonly queues: readonly string[];
  /** Absent where the ticket system does not tell them. */
  readonly skills?: readonly string[];
}

/** The agents and how many open tickets each has, as last read; or, in half a sentence, why that is not known. */
export type AgentRoster =
  | { readonly agents: readonly RosterAgent[]; readonly openTickets: ReadonlyMap<string, number> }
  | { readonly unknown: string };
