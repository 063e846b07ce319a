import { type DraftRequest, draftRequestSchema, draftResponseSchema } from "@otai/service-api/reply-draft";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { createLanguageDetector } from "@otai/text/language";
import type { Miss } from "../../knowledge-base/passages.ts";
import { createReply } from "../create-reply.ts";
import { defaultModelLimits, type ReplySurroundings } from "../surroundings.ts";
import { createArticles, sampleArticles } from "./articles.ts";

/** Reply on an empty embedded store, with the sample articles unless other ones are given. */
export async function openReplyBench(change: Partial<ReplySurroundings> = {}) {
  const ids = createIds();
  const store = await openSqliteStore({ path: ":memory:", ids });
  const time = { now: Date.UTC(2026, 10, 2, 9) };
  const unanswered: Miss[] = [];
  const surroundings: ReplySurroundings = {
    store,
    clock: { now: () => time.now },
    ids,
    stopwatch: () => performance.now(),
    detector: change.detector ?? (await createLanguageDetector()),
    passages: createArticles(sampleArticles),
    solvedAnswers: null,
    templates: { list: async () => [] },
    languageModel: null,
    modelLimits: defaultModelLimits,
    styles: [],
    defaultStyle: "friendly",
    allowedHosts: [],
    promptKey: "a key for tests",
    misses: { report: async (miss) => void unanswered.push(miss) },
    ...change,
  };
  const reply = createReply(surroundings);
  return {
    store,
    time,
    unanswered,
    reply,
    surroundings,
    /** One message of a customer, or a whole request; the answer fits the contract. */
    async draft(question: string | Partial<Record<keyof DraftRequest, unknown>>, more: object = {}) {
      const given =
        typeof question === "string" ? { conversation: [{ role: "customer", content: question }] } : question;
      const response = await reply.draft(draftRequestSchema.parse({ ticket_id: "T-1", ...given, ...more }));
      return draftResponseSchema.strict().parse(response);
    },
    close: () => store.close(),
  };
}
export type ReplyBench = Awaited<ReturnType<typeof openReplyBench>>;

function createIds() {
  let last = 0;
  return {
    next(prefix: string) {
      last += 1;
      return `${prefix}-${String(last).padStart(6, "0")}`;
    },
  };
}
