import type { classifyRequestSchema } from "@otai/service-api/classify";
import type { routeRequestSchema } from "@otai/service-api/route";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import { ServiceError } from "@otai/service-api/service-error";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { createLanguageDetector } from "@otai/text/language";
import type { z } from "zod";
import { Judge } from "../../sentiment/judge.ts";
import { labelOf } from "../../sentiment/label.ts";
import { builtInLexicons } from "../../sentiment/lexicon/built-in.ts";
import { tableOf } from "../../sentiment/lexicon/lexicon.ts";
import { createTriage } from "../create-triage.ts";
import type { JudgedTicket } from "../judged-tickets.ts";
import type { TriageService } from "../triage.ts";
import type { TriageDesk } from "../triage-desk.ts";
import { benchStart, sampleDesk, sampleRequest, sampleRoute } from "./samples.ts";

export interface TriageBench {
  readonly triage: TriageService;
  readonly store: Awaited<ReturnType<typeof openSqliteStore>>;
  /** Requests as a caller writes them. */
  classify(given?: Partial<z.input<typeof classifyRequestSchema>>): ReturnType<TriageService["classify"]>;
  route(given?: Partial<z.input<typeof routeRequestSchema>>): ReturnType<TriageService["route"]>;
  close(): Promise<void>;
}

/** The service over the embedded store, with a clock that stands still and the tone of the Sentiment service. */
export async function createTriageBench(
  parts: {
    readonly desks?: readonly TriageDesk[];
    readonly pinnedRules?: readonly RoutingRule[];
    /** Newest first. */
    readonly judged?: readonly JudgedTicket[];
    readonly agentLoadCap?: number;
  } = {},
): Promise<TriageBench> {
  const { desks = [sampleDesk()], pinnedRules = [], judged = [], agentLoadCap = 25 } = parts;
  let last = 0;
  const clock = { now: () => benchStart };
  const ids = { next: (prefix: string) => `${prefix}-${String(++last).padStart(6, "0")}` };
  const store = await openSqliteStore({ path: ":memory:", ids, clock });
  const detector = await createLanguageDetector();
  const lexicons = builtInLexicons();
  const judge = new Judge({
    lexicons,
    detector,
    model: () => null,
    languageModel: null,
    watchWords: tableOf(""),
    promptKey: "key of a test",
  });
  const triage = createTriage({
    languageModel: null,
    promptKey: "key of a test",
    store,
    desks: {
      async find(connection) {
        const found = connection === null ? desks[0] : desks.find((desk) => desk.connection === connection);
        if (found === undefined) throw ServiceError.field("connection", "is not configured");
        return found;
      },
      groups: async () => desks.flatMap(({ groups }) => groups),
    },
    detector,
    judgeTone(text, language) {
      const { score, confidence, calibrated } = judge.judge(text, language);
      return { label: labelOf(score), confidence, calibrated };
    },
    pinnedRules,
    agentLoadCap,
    judgedTickets: {
      async list({ since, connection, most }) {
        const found = judged.filter(
          (ticket) => ticket.judgedAt >= since && (connection === null || ticket.connection === connection),
        );
        return { tickets: found.slice(0, most), truncated: found.length > most };
      },
    },
    clock,
    ids,
    stopwatch: () => 0,
  });
  return {
    triage,
    store,
    classify: (given) => triage.classify(sampleRequest(given)),
    route: (given) => triage.route(sampleRoute(given)),
    close: () => store.close(),
  };
}
