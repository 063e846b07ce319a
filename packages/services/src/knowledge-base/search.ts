import type { Audience } from "@otai/service-api/enums";
import type {
  SearchAnswer,
  SearchFeedbackAnswer,
  SearchFeedbackRequest,
  SearchRequest,
  SearchResult,
} from "@otai/service-api/knowledge-base-search";
import { ServiceError } from "@otai/service-api/service-error";
import { redact } from "@otai/text/personal-data";
import type { ArticleRecord, KnowledgeRepositories, MissReason } from "../ports/knowledge-base.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import type { VectorShelf } from "./article-vectors.ts";
import type { FreshLibrary } from "./fresh-library.ts";
import type { ChunkHit, Library } from "./library.ts";
import type { FindOptions, Misses, Passage, Passages } from "./passages.ts";
import type { QueryLog } from "./query-log.ts";
import { rankArticles } from "./rank-articles.ts";
import { snippetOf } from "./snippet.ts";
import { mayRead, sameLanguage } from "./visibility.ts";

/** Raised when the same articles and the same question may give another answer. */
const RANKING = "kb-1";

export interface SearchParts {
  readonly store: UnitOfWork<KnowledgeRepositories>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly library: FreshLibrary;
  readonly vectors: VectorShelf | null;
  readonly embedderName: string | null;
  readonly log: QueryLog;
}

export function createSearch({ store, clock, ids, library, vectors, embedderName, log }: SearchParts) {
  async function search(request: SearchRequest): Promise<SearchAnswer> {
    const startedAt = clock.now();
    const shelf = await library.get();
    const fits = (article: ArticleRecord) => fitsRequest(request, article);
    const { hits, engine, failed } = await rankArticles(
      shelf,
      vectors,
      request.query,
      (article) => mayRead(request.audience, article.visibility) && fits(article),
    );
    const cut = library.cut(request.language);
    const best = hits[0]?.score ?? 0;
    const answered = best >= cut;
    const queryId = ids.next("q");
    const logged = request.purpose !== "test";
    if (logged) {
      log.add({
        id: queryId,
        at: startedAt,
        query: redact(request.query).text,
        language: request.language,
        purpose: request.purpose,
        ticketId: request.ticket_id,
        connection: request.connection,
        personId: request.customer_id,
        articleId: hits[0]?.shelved.article.id ?? null,
        bestScore: best,
        missReason: answered ? null : missReason(shelf, request.query, request.audience, fits, cut),
        helpful: null,
      });
    }
    const results = hits
      .filter(({ score }) => score >= request.min_score)
      .slice(0, request.top_k)
      .map((hit) => toResult(hit, request.query));
    return {
      results,
      total: results.length,
      answered,
      query_id: queryId,
      miss_logged: logged && !answered,
      engine,
      model_version: embedderName === null ? RANKING : `${RANKING}+${embedderName}`,
      degraded: failed,
      degraded_reason: failed ? "llm_unavailable" : null,
      latency_ms: Math.max(0, clock.now() - startedAt),
    };
  }

  async function giveFeedback(id: string, request: SearchFeedbackRequest): Promise<SearchFeedbackAnswer> {
    await log.written();
    return store.write(async (tx) => {
      const query = await tx.knowledgeQueries.get(id);
      if (query === null) throw new ServiceError("NOT_FOUND", "there is no such query in the log");
      const said: MissReason | null = request.no_article ? "no_article" : request.helpful ? null : "not_helpful";
      // A search that found nothing stays a miss, also where somebody was content with that.
      const was = query.missReason === "low_score" || query.missReason === "not_visible" ? query.missReason : null;
      await tx.knowledgeQueries.setFeedback(id, request.helpful, said ?? was);
      return { status: "ok", query_id: id, miss_logged: (said ?? was) !== null };
    });
  }

  const passages: Passages = {
    async find(query: string, { audience, language, topK }: FindOptions): Promise<readonly Passage[]> {
      const shelf = await library.get();
      const { hits } = await rankArticles(
        shelf,
        vectors,
        query,
        (article) => mayRead(audience, article.visibility) && sameLanguage(language, article.language),
      );
      const cut = library.cut(language);
      return hits.slice(0, topK).map((hit) => toPassage(hit, cut));
    },
  };

  const misses: Misses = {
    async report({ query, language, purpose, ticketId, connection, personId, reason, bestScore }) {
      log.add({
        id: ids.next("q"),
        at: clock.now(),
        query: redact(query.slice(0, 2_000)).text,
        language,
        purpose,
        ticketId,
        connection,
        personId,
        articleId: null,
        bestScore,
        missReason: reason,
        helpful: null,
      });
      await log.written();
    },
  };

  return { search, giveFeedback, passages, misses };
}

function fitsRequest({ language, source, tags }: SearchRequest, article: ArticleRecord): boolean {
  if (source !== null && article.source !== source) return false;
  return sameLanguage(language, article.language) && tags.every((tag) => article.tags.includes(tag));
}

/** Is there an answer that only this audience may not see? By words alone, since it is a note for those who write articles. */
function missReason(
  library: Library,
  query: string,
  audience: Audience,
  fits: (article: ArticleRecord) => boolean,
  cut: number,
): MissReason {
  if (!library.has((visibility) => !mayRead(audience, visibility))) return "low_score";
  const [hidden] = library.search(query, (article) => !mayRead(audience, article.visibility) && fits(article));
  return hidden !== undefined && hidden.score >= cut ? "not_visible" : "low_score";
}

function toResult({ shelved: { article, chunks }, chunk, score }: ChunkHit, query: string): SearchResult {
  const { start, end } = chunks[chunk]!;
  return {
    article_id: article.id,
    external_id: article.externalId,
    source: article.source,
    title: article.title,
    snippet: snippetOf(article.text.slice(start, end), query),
    score,
    url: article.url,
    language: article.language,
    visibility: article.visibility,
    updated_at: new Date(article.updatedAt).toISOString(),
    chunk_id: `${article.id}#${chunk}`,
  };
}

function toPassage({ shelved: { article, chunks }, chunk, score }: ChunkHit, cut: number): Passage {
  const { start, end } = chunks[chunk]!;
  const { id: articleId, version, externalId, title, url, source, language, updatedAt } = article;
  const place = { chunkId: `${articleId}#${chunk}`, text: article.text.slice(start, end), start, end };
  const judged = { score, answered: score >= cut };
  return { articleId, version, externalId, title, url, source, ...place, ...judged, language, updatedAt };
}
