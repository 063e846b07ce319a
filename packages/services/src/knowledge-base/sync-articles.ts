import type { articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import type { SyncRun } from "@otai/service-api/knowledge-base-sync";
import type { z } from "zod";
import type { KnowledgeBaseService } from "./knowledge-base.ts";

/** An article as a source lists it: the contract's article, without what the run itself adds. */
export type SourceArticle = Omit<z.input<typeof articleRequestSchema>, "source" | "sync_run_id">;

export interface SyncOptions {
  readonly source: string;
  /** Published articles in every language, all pages. */
  readonly articles: AsyncIterable<SourceArticle>;
  /** Archives even when much would vanish. */
  readonly confirm?: boolean;
  readonly signal?: AbortSignal;
}

export interface SyncReport {
  readonly run: SyncRun;
  /** Articles that could not be taken in, and why. */
  readonly refused: readonly { readonly externalId: string | null; readonly title: string; readonly reason: string }[];
}

/**
 * Takes in everything that a source lists and archives what it no longer lists. When the list ends with an error, nothing is archived
 * and the error is thrown on; what was taken in until then stays.
 */
export async function syncArticles(
  knowledgeBase: Pick<KnowledgeBaseService, "startSync" | "finishSync"> & {
    readonly articles: Pick<KnowledgeBaseService["articles"], "upsertBatch" | "markSeen">;
  },
  { source, articles, confirm = false, signal }: SyncOptions,
): Promise<SyncReport> {
  const { id } = await knowledgeBase.startSync({ source });
  const refused: SyncReport["refused"][number][] = [];
  let complete = true;
  try {
    for await (const article of articles) {
      signal?.throwIfAborted();
      const entry = { ...article, source, sync_run_id: id };
      const { results } = await knowledgeBase.articles.upsertBatch([entry], `sync ${id}`);
      const result = results[0]!;
      if (result.status !== "error") continue;
      const reason = [result.detail, ...result.errors.map(({ field, message }) => `${field}: ${message}`)].join("; ");
      const externalId = article.external_id === undefined ? null : String(article.external_id);
      refused.push({ externalId, title: article.title, reason });
      // It is there, in a form that cannot be read: what is kept of it stays. Without an id nobody can tell which one it is.
      if (externalId === null) complete = false;
      else await knowledgeBase.articles.markSeen(id, source, externalId);
    }
  } catch (error) {
    await knowledgeBase.finishSync(id, { complete: false, confirm: false });
    throw error;
  }
  return { run: await knowledgeBase.finishSync(id, { complete, confirm }), refused };
}
