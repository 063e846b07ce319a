import type { LanguageModel } from "@otai/service-api/language-model";
import { type AnalyzeRequest, analyzeRequestSchema } from "@otai/service-api/sentiment";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { createLanguageDetector } from "@otai/text/language";
import { createSentiment, type SentimentParts, type SentimentService } from "../create-sentiment.ts";

export interface SentimentBench {
  readonly sentiment: SentimentService;
  readonly store: Awaited<ReturnType<typeof openSqliteStore>>;
  /** A request as a caller writes it. */
  analyze(given: Partial<Record<keyof AnalyzeRequest, unknown>>): ReturnType<SentimentService["analyze"]>;
  advance(ms: number): void;
  close(): Promise<void>;
}

export const benchStart = Date.UTC(2026, 10, 3, 9);
export const hourMs = 3_600_000;

/** The service over the embedded store, with a clock that stands still. */
export async function createSentimentBench(
  parts: Partial<Pick<SentimentParts, "model" | "alerting" | "capacity" | "watchWords">> & {
    languageModel?: LanguageModel;
  } = {},
): Promise<SentimentBench> {
  let now = benchStart;
  let last = 0;
  const clock = { now: () => now };
  const ids = { next: (prefix: string) => `${prefix}-${String(++last).padStart(6, "0")}` };
  const store = await openSqliteStore({ path: ":memory:", ids, clock });
  const detector = await createLanguageDetector();
  const sentiment = createSentiment({ store, clock, ids, detector, promptKey: "key of a test", ...parts });
  return {
    sentiment,
    store,
    analyze: (given) => sentiment.analyze(analyzeRequestSchema.parse({ customer_id: "80014400482", ...given })),
    advance(ms) {
      now += ms;
    },
    close: () => store.close(),
  };
}
