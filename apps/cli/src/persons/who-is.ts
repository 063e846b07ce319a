import type { Workplace } from "@otai/host/operations/with-store";
import { type FoundPerson, findPerson } from "@otai/host/privacy/find-person";
import { personConnections } from "@otai/host/privacy/person-connections";
import type { Log } from "@otai/plugin-api/plugin";

interface Wanted {
  readonly requester: string;
  readonly ticketSystem?: string;
}

/** As many as are read to learn from, so that whoever was learned from is found. */
const ticketsLookedAt = 30_000;

/** Gathers what a requester is known by. @throws ConfigError where it is not told whom the id means. */
export async function whoIs(workplace: Workplace, wanted: Wanted, log: Log): Promise<FoundPerson> {
  const { store, secretKeys } = workplace;
  const ticketSystem = wanted.ticketSystem ?? null;
  const signal = new AbortController().signal;
  const connections = await personConnections(workplace, { ticketSystem, log, signal });
  return findPerson({ requester: wanted.requester, ticketSystem, connections, store, secretKeys, ticketsLookedAt });
}

/** On stderr, beside what is printed for programs. */
export function warnUnasked(unasked: FoundPerson["unasked"]): void {
  for (const { connection, reason } of unasked) {
    process.stderr.write(
      `${connection} could not be asked for tickets, so that only stored rows tell of them: ${reason}\n`,
    );
  }
}
