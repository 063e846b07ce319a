import type { Clock } from "@otai/core/ports/surroundings";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Agent } from "@otai/plugin-api/agent";
import type { Log } from "@otai/plugin-api/plugin";
import type { AgentRoster } from "@otai/services/triage/agent-roster";
import { withTimeLimit } from "../plugins/time-limit.ts";
import { type AgentLoad, createAgentLoad } from "./agent-load.ts";

const minute = 60_000;
/** Read again in the background, when somebody asks; what was not read to the end goes on sooner. */
const refreshAfterMs = 5 * minute;
const resumeAfterMs = minute;
/** Not served any more: people begin and end their day. */
const oldAfterMs = 15 * minute;
/** Counted anew from the beginning, since deleted tickets may vanish without a word. */
const recountAfterMs = 6 * 60 * minute;

export interface DirectoryParts {
  readonly clock: Clock;
  readonly log: Log;
  /** How long a request waits for a reading, in ms. */
  readonly patienceMs?: number;
}

/** Who may be proposed at each connection, shared by all requests. It calls a ticket system only after somebody asked. */
export interface AgentDirectory {
  /** As of the last minutes, or why that is not known. Never fails, and never waits longer than the patience. */
  roster(system: ConnectedSystem): Promise<AgentRoster>;
}

interface Entry {
  roster: AgentRoster;
  /** When the roster was read, and from when on it is to be read again. */
  readAt: number;
  dueAt: number;
  reading: Promise<void> | null;
  load: AgentLoad;
  countedFrom: number;
}

export function createAgentDirectory({ clock, log, patienceMs = 2_000 }: DirectoryParts): AgentDirectory {
  const entries = new Map<string, Entry>();

  function entryOf({ uid, system }: ConnectedSystem): Entry {
    const fresh = (): Entry => ({
      roster: { unknown: "the agents and their open tickets are still being read" },
      readAt: Number.NEGATIVE_INFINITY,
      dueAt: Number.NEGATIVE_INFINITY,
      reading: null,
      load: createAgentLoad(system.read, clock),
      countedFrom: clock.now(),
    });
    const entry = entries.get(uid) ?? fresh();
    entries.set(uid, entry);
    return entry;
  }

  /** @returns false when there is more to read */
  async function readOn(entry: Entry, { name, system, botUserId }: ConnectedSystem): Promise<boolean> {
    try {
      const agents = await system.read.listAgents!();
      const openTickets = agents === null ? null : await entry.load.read();
      if (agents === null) entry.roster = { unknown: "the credentials of the ticket system may not list its agents" };
      else if (openTickets !== null) entry.roster = { agents: proposable(agents, botUserId), openTickets };
      else return false;
      entry.readAt = clock.now();
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ connection: name, reason }, "the agents could not be read; nobody is proposed until they are");
      return false;
    }
  }

  /** @returns the reading that goes on */
  function refresh(entry: Entry, connected: ConnectedSystem): Promise<void> | null {
    const now = clock.now();
    if (entry.reading !== null || now < entry.dueAt) return entry.reading;
    if (now - entry.countedFrom > recountAfterMs) {
      entry.load = createAgentLoad(connected.system.read, clock);
      entry.countedFrom = now;
    }
    entry.reading = readOn(entry, connected).then((isDone) => {
      entry.dueAt = clock.now() + (isDone ? refreshAfterMs : resumeAfterMs);
      entry.reading = null;
    });
    return entry.reading;
  }

  return {
    async roster(connected) {
      if (connected.system.read.listAgents === undefined) {
        return { unknown: "the ticket system does not list its agents" };
      }
      const entry = entryOf(connected);
      const reading = refresh(entry, connected);
      const isOld = () => clock.now() - entry.readAt > oldAfterMs;
      if (isOld() && reading !== null) {
        await withTimeLimit(patienceMs, () => new Error("still reading"))(reading).catch(() => {});
      }
      if (!isOld() || "unknown" in entry.roster) return entry.roster;
      return { unknown: "the agents and their open tickets could not be read lately" };
    },
  };
}

/** Our own user works in every group, is never busy, and is nobody. */
function proposable(agents: readonly Agent[], botUserId: string | null): Agent[] {
  return agents.filter(({ id }) => id !== botUserId);
}
