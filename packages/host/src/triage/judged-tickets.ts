import type { Run } from "@otai/core/ports/journal";
import type { Store } from "@otai/core/ports/store";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { JudgedTicket, JudgedTickets } from "@otai/services/triage/judged-tickets";
import { unclassified } from "@otai/services/triage/starter-categories";
import { z } from "zod";

const pageSize = 500;
/** Other steps leave runs too; beyond so many the search for more is given up. */
const mostRuns = 20_000;

/** What a run remembers of its triage. */
const traceSchema = z.object({
  step: z.literal("triage"),
  suggestions: z.array(
    z.object({
      field: z.string(),
      value: z.string(),
      confidence: z.number(),
      suggestThreshold: z.number(),
      abstainReason: z.string().nullable(),
    }),
  ),
});

export interface JudgedTicketParts {
  readonly store: Store;
  readonly connected: () => readonly ConnectedSystem[];
}

/** The tickets that runs of this installation judged, as the journal has them. */
export function createJudgedTickets({ store, connected }: JudgedTicketParts): JudgedTickets {
  async function* runsSince(since: number): AsyncGenerator<Run> {
    let cursor: string | null = null;
    for (let read = 0; read < mostRuns; read += pageSize) {
      const { items, nextCursor } = await store.read((tx) => tx.journal.listRuns({ limit: pageSize, cursor }));
      for (const run of items) {
        if (run.startedAt < since) return;
        yield run;
      }
      if (nextCursor === null) return;
      cursor = nextCursor;
    }
  }

  return {
    async list({ since, connection, most }) {
      const names = new Map(connected().map(({ uid, name }) => [uid, name]));
      const found = new Map<string, JudgedTicket>();
      let runs = 0;
      for await (const run of runsSince(since)) {
        runs += 1;
        const name = names.get(run.connectionUid);
        if (name === undefined || (connection !== null && name !== connection) || found.has(run.lane)) continue;
        const ticket = judgedBy(run, name);
        if (ticket === null) continue;
        if (found.size === most) return { tickets: [...found.values()], truncated: true };
        found.set(run.lane, ticket);
      }
      return { tickets: [...found.values()], truncated: runs >= mostRuns };
    },
  };
}

/** `null` for other steps, and where retention took what was judged. */
function judgedBy({ ticketId, startedAt, language, trace }: Run, connection: string): JudgedTicket | null {
  const { data } = traceSchema.safeParse(trace);
  const judgement = (field: string) => data?.suggestions.find((suggestion) => suggestion.field === field);
  const category = judgement("category");
  if (category === undefined) return null;
  const isSure = category.abstainReason === null && category.confidence >= category.suggestThreshold;
  const urgency = judgement("urgency")?.value || "medium";
  return {
    connection,
    ticketId,
    category: isSure ? category.value : unclassified,
    urgency,
    language,
    judgedAt: startedAt,
  };
}
