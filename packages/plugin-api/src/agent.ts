import type { NamedRef } from "./ticket.ts";

/** Somebody whom tickets can be assigned to. */
export interface Agent extends NamedRef {
  /** May be given new tickets right now: neither deactivated nor suspended nor, where the system tells, away. */
  readonly active: boolean;
  /** Ids of the queues whose tickets the agent may own. */
  readonly queues: readonly string[];
  /** In the installation's own words; absent where the system does not tell them. */
  readonly skills?: readonly string[];
}
