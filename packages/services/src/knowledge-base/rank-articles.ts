import { round } from "@otai/service-api/fields";
import type { ArticleRecord } from "../ports/knowledge-base.ts";
import type { VectorShelf } from "./article-vectors.ts";
import type { ChunkHit, Library } from "./library.ts";

export interface Ranking {
  /** Best first. */
  readonly hits: readonly ChunkHit[];
  readonly engine: "keyword" | "hybrid";
  /** A model is configured and did not answer. */
  readonly failed: boolean;
}

/** Words find names, numbers and error codes, vectors find other words for the same; neither is always right. */
const WORDS_SHARE = 0.5;

/** Ranks the accepted articles; others take no part, whatever they say. */
export async function rankArticles(
  library: Library,
  vectors: VectorShelf | null,
  query: string,
  accepts: (article: ArticleRecord) => boolean,
): Promise<Ranking> {
  const byWords = library.search(query, accepts);
  if (vectors === null) return { hits: byWords, engine: "keyword", failed: false };
  let byMeaning: Awaited<ReturnType<VectorShelf["search"]>>;
  try {
    byMeaning = await vectors.search(library, query, accepts);
  } catch {
    return { hits: byWords, engine: "keyword", failed: true };
  }
  const hits = new Map<string, ChunkHit>();
  for (const hit of byWords) hits.set(hit.shelved.article.id, { ...hit, score: WORDS_SHARE * hit.score });
  for (const { shelved, chunk, similarity } of byMeaning) {
    const known = hits.get(shelved.article.id);
    const score = round((known?.score ?? 0) + (1 - WORDS_SHARE) * similarity, 4);
    hits.set(shelved.article.id, { shelved, chunk: known?.chunk ?? chunk, score });
  }
  return { hits: [...hits.values()].sort((a, b) => b.score - a.score), engine: "hybrid", failed: false };
}
