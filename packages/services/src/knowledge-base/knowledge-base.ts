import type { Embedder } from "@otai/service-api/embedder";
import type { AuditAnswer, AuditRequest, StaleAnswer, StaleQuery } from "@otai/service-api/knowledge-base-audit";
import type { GapDraftAnswer } from "@otai/service-api/knowledge-base-gaps";
import { ServiceError } from "@otai/service-api/service-error";
import type { LanguageDetector } from "@otai/text/language";
import type { KnowledgeRepositories } from "../ports/knowledge-base.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { VectorShelf } from "./article-vectors.ts";
import { createArticles, type OnWithdrawn } from "./articles.ts";
import { auditArticles, listStale } from "./audit-articles.ts";
import { createGapDrafts, type GapDraftParts } from "./draft-for-gap.ts";
import { FreshLibrary } from "./fresh-library.ts";
import { createGaps } from "./gaps.ts";
import { QueryLog } from "./query-log.ts";
import { createSearch } from "./search.ts";
import { createSyncRuns } from "./sync-runs.ts";

export interface KnowledgeBaseParts {
  readonly store: UnitOfWork<KnowledgeRepositories>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Guesses the language of articles that do not state it. */
  readonly languageDetector: LanguageDetector | null;
  /** Without it articles are found by words alone. */
  readonly embedder: Embedder | null;
  readonly onWithdrawn?: OnWithdrawn;
  /** Words that no article should use any more, say the old name of a product. */
  readonly deprecatedTerms?: readonly string[];
  /** Links known to be dead; whoever checks links says so, nothing is fetched here. */
  readonly brokenLinks?: () => Promise<ReadonlySet<string>>;
  /** What articles for gaps are written from, and by whom; without it there are no such articles. */
  readonly drafting?: Pick<GapDraftParts, "stopwatch" | "solvedAnswers" | "writer">;
}

export type KnowledgeBaseService = ReturnType<typeof createKnowledgeBase>;

const DAY = 86_400_000;

/** The Knowledge base: articles, what is searched in them and what is missing. */
export function createKnowledgeBase(parts: KnowledgeBaseParts) {
  const { store, clock, embedder } = parts;
  const library = new FreshLibrary(store);
  const log = new QueryLog(store);
  const vectors = embedder === null ? null : new VectorShelf({ store, embedder, clock });
  const gaps = createGaps({ ...parts, library });
  const drafts = parts.drafting && createGapDrafts({ ...parts, ...parts.drafting, getGap: gaps.getGap });
  return {
    articles: createArticles(parts),
    ...createSyncRuns(parts),
    ...createSearch({ ...parts, library, vectors, log, embedderName: embedder?.name ?? null }),

    async listGaps(query: Parameters<typeof gaps.listGaps>[0]) {
      await log.written();
      return gaps.listGaps(query);
    },
    changeGap: gaps.changeGap,
    async draftForGap(id: string): Promise<GapDraftAnswer> {
      await log.written();
      if (drafts === undefined) throw new ServiceError("CONFLICT", "articles are not drafted here");
      return drafts.draftForGap(id);
    },

    async listStale({ days }: StaleQuery): Promise<StaleAnswer> {
      await log.written();
      const shelf = await library.get();
      const now = clock.now();
      const since = now - days * DAY;
      const { use, queries } = await store.read(async (tx) => ({
        use: await tx.knowledgeQueries.use(since),
        queries: (await tx.knowledgeQueries.count(since)).total,
      }));
      const brokenLinks = (await parts.brokenLinks?.()) ?? new Set<string>();
      const facts = { now, days, use, queries, brokenLinks, deprecatedTerms: parts.deprecatedTerms ?? [] };
      return { stale: listStale(shelf.list(), facts), threshold_days: days };
    },

    async auditArticles({ source }: AuditRequest): Promise<AuditAnswer> {
      const shelf = await library.get();
      const articles = shelf.list().filter(({ article }) => source === null || article.source === source);
      return auditArticles(articles, clock.now());
    },

    /** Takes the articles into memory, so that the first search does not have to. */
    async warmUp(): Promise<number> {
      return (await library.get()).size;
    },

    /** Everything logged is in the store. */
    settle: () => log.written(),
  };
}
