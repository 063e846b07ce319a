import type { Clock } from "@otai/core/ports/surroundings";
import type { Instant, Ticket } from "@otai/plugin-api/ticket";
import type { TicketReader } from "@otai/plugin-api/ticket-system";

/** An open ticket that nobody touched for so long is nobody's work of today. */
const reachMs = 14 * 24 * 60 * 60 * 1000;
/** Lists of some systems lag behind their writes. */
const overlapMs = 5 * 60 * 1000;
/** Read at a time; what is beyond is read the next time. */
const mostTickets = 2_000;
/** What waits for an agent, and not for the customer or somebody else. */
const open = ["new", "open"] as const;

/** Open tickets per agent of one ticket system. */
export interface AgentLoad {
  /**
   * Reads on: first the open tickets from the oldest change to the newest, in as many calls as that takes, then only what changed
   * since the last time. A failure loses nothing that was read.
   * @returns the open tickets per agent id, `null` while the first reading is not through.
   */
  read(): Promise<ReadonlyMap<string, number> | null>;
}

export function createAgentLoad(read: Pick<TicketReader, "findTickets">, clock: Clock): AgentLoad {
  const agentOf = new Map<string, string>();
  const begunAt = clock.now();
  let caughtUp = false;
  let since: Instant = begunAt - reachMs;

  function note({ id, status, assignee, tombstone }: Ticket): void {
    const waits = (open as readonly string[]).includes(status) && tombstone === null;
    if (waits && assignee !== null) agentOf.set(id, assignee.id);
    else agentOf.delete(id);
  }

  /** @returns true when there was no more */
  async function readOn(statuses: typeof open | undefined): Promise<boolean> {
    let seen = 0;
    const query = { updatedSince: since, order: "oldest", limit: mostTickets, ...(statuses && { statuses }) } as const;
    for await (const ticket of read.findTickets(query)) {
      note(ticket);
      since = Math.max(since, ticket.updatedAt);
      seen += 1;
    }
    return seen < mostTickets;
  }

  return {
    async read() {
      const now = clock.now();
      if (await readOn(caughtUp ? undefined : open)) {
        // What was closed while the first reading went on is found by the next one.
        since = (caughtUp ? now : begunAt) - overlapMs;
        caughtUp = true;
      }
      return caughtUp ? countByAgent(agentOf.values()) : null;
    },
  };
}

function countByAgent(agents: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const agent of agents) counts.set(agent, (counts.get(agent) ?? 0) + 1);
  return counts;
}
