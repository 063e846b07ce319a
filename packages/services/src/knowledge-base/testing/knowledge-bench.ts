import { articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import { gapsQuerySchema } from "@otai/service-api/knowledge-base-gaps";
import { searchRequestSchema } from "@otai/service-api/knowledge-base-search";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { createLanguageDetector } from "@otai/text/language";
import type { z } from "zod";
import { defaultModelLimits as modelLimits } from "../../reply/surroundings.ts";
import { createKnowledgeBase, type KnowledgeBaseParts, type KnowledgeBaseService } from "../knowledge-base.ts";

export interface KnowledgeBench {
  readonly store: OtaiStore;
  readonly knowledgeBase: KnowledgeBaseService;
  /** Another process over the same store. */
  another(parts?: Partial<KnowledgeBaseParts>): KnowledgeBaseService;
  advance(ms: number): void;
  now(): number;
  upsert(article: z.input<typeof articleRequestSchema>): ReturnType<KnowledgeBaseService["articles"]["upsert"]>;
  search(
    query: string,
    more?: Partial<z.input<typeof searchRequestSchema>>,
  ): ReturnType<KnowledgeBaseService["search"]>;
  gaps(query?: z.input<typeof gapsQuerySchema>): ReturnType<KnowledgeBaseService["listGaps"]>;
  close(): Promise<void>;
}

export const DAY = 86_400_000;

/** A knowledge base over an empty embedded store, with a clock that stands still. */
export async function openKnowledgeBench(parts: Partial<KnowledgeBaseParts> = {}): Promise<KnowledgeBench> {
  let given = 0;
  let at = Date.UTC(2026, 10, 3, 9);
  const ids = {
    next(prefix: string) {
      given += 1;
      return `${prefix}-${String(given).padStart(5, "0")}`;
    },
  };
  const clock = { now: () => at };
  const store = await openSqliteStore({ path: ":memory:", ids, clock });
  const none = { languageDetector: null, embedder: null };
  const writer = { detector: await createLanguageDetector(), languageModel: null, modelLimits, promptKey: "for tests" };
  const drafting = { stopwatch: clock.now, solvedAnswers: null, writer };
  const another = (more: Partial<KnowledgeBaseParts> = {}) =>
    createKnowledgeBase({ store, clock, ids, ...none, drafting, ...parts, ...more });
  const knowledgeBase = another();
  return {
    store,
    knowledgeBase,
    another,
    now: () => at,
    advance(ms) {
      at += ms;
    },
    upsert: (article) => knowledgeBase.articles.upsert(articleRequestSchema.parse(article), "test"),
    search: (query, more = {}) => knowledgeBase.search(searchRequestSchema.parse({ query, ...more })),
    gaps: (query = {}) => knowledgeBase.listGaps(gapsQuerySchema.parse(query)),
    async close() {
      await knowledgeBase.settle();
      await store.close();
    },
  };
}
