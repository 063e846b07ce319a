import type { ArticleReceipt, ArticleRequest, UpsertStatus } from "@otai/service-api/knowledge-base-article";
import { ServiceError } from "@otai/service-api/service-error";
import type { LanguageDetector } from "@otai/text/language";
import type { ArticleRecord, KnowledgeRepositories, SyncRunRecord } from "../ports/knowledge-base.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import { readArticle } from "./article-text.ts";
import { contentHash, titleKey } from "./content-hash.ts";
import { splitChunks } from "./split-chunks.ts";
import { isNarrower } from "./visibility.ts";

const VERSIONS_KEPT = 20;
/** Below it a guessed language is not kept. */
const SURE = 0.6;

export interface UpsertParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly languageDetector: LanguageDetector | null;
}

/** The article as the request has it: everything that can be worked out before the store is asked. */
export interface ArticleInput {
  readonly request: ArticleRequest;
  readonly content: Pick<
    ArticleRecord,
    "title" | "titleKey" | "text" | "links" | "tags" | "language" | "visibility" | "contentHash"
  > & { readonly status: ArticleRequest["status"] };
  readonly chunks: number;
}

/** @throws ServiceError VALIDATION_ERROR when no text is left of the content. */
export function readArticleRequest(request: ArticleRequest, detector: LanguageDetector | null): ArticleInput {
  const { text, links } = readArticle(request.content, request.content_type);
  if (text === "") throw ServiceError.field("content", "holds no text that a reader would see");
  const guess = request.language === null ? detector?.detect(`${request.title}\n${text}`) : undefined;
  const guessed = guess !== undefined && guess.confidence >= SURE ? guess.language : null;
  const facts = {
    title: request.title,
    titleKey: titleKey(request.title),
    text,
    links,
    tags: [...new Set(request.tags)],
    language: request.language ?? guessed,
    visibility: request.visibility,
    status: request.status,
  };
  return { request, content: { ...facts, contentHash: contentHash(facts) }, chunks: splitChunks(text).length };
}

export interface Upserted {
  readonly receipt: ArticleReceipt;
  /** Fewer people may read it than before, or nobody. */
  readonly withdrawn: boolean;
}

/** Creates or updates one article, by (source, external id), else by title within the source. */
export async function upsertArticle(
  tx: KnowledgeRepositories,
  { request, content, chunks }: ArticleInput,
  { clock, ids }: UpsertParts,
  by: string,
): Promise<Upserted> {
  // First of all, so that two requests for a new article stand in line.
  const revision = await tx.articles.nextRevision();
  const run = await findRun(tx, request);
  const { article: known, warnings } = await findKnown(tx, request, content.titleKey);
  const now = clock.now();
  const stated = request.updated_at === null ? null : Date.parse(request.updated_at);
  const receipt = (article: ArticleRecord, status: UpsertStatus): ArticleReceipt => ({
    id: article.id,
    status,
    version: article.version,
    content_hash: article.contentHash,
    source: article.source,
    external_id: article.externalId,
    chunks,
    warnings,
  });
  const counted = async (article: ArticleRecord, status: UpsertStatus): Promise<Upserted> => {
    if (run !== null) await tx.syncRuns.put(countIn(run, status));
    const withdrawn = known?.status === "published" && isWithdrawn(known, article);
    return { receipt: receipt(article, status), withdrawn };
  };

  if (known !== null && known.status !== "deleted") {
    const seen = request.sync_run_id ?? known.syncRunId;
    if (stated !== null && stated < known.updatedAt) {
      if (seen !== null && seen !== known.syncRunId) await tx.articles.markSeen(known.id, seen);
      return counted(known, "stale_input");
    }
    if (known.contentHash === content.contentHash) {
      const externalId = request.external_id ?? known.externalId;
      const moved = request.url !== known.url || request.category_path.join("\n") !== known.categoryPath.join("\n");
      if (moved || externalId !== known.externalId) {
        const { url, category_path: categoryPath } = request;
        await tx.articles.put({ ...known, url, categoryPath, externalId, revision, syncRunId: seen });
        return counted({ ...known, externalId }, "unchanged");
      }
      if (seen !== null && seen !== known.syncRunId) await tx.articles.markSeen(known.id, seen);
      return counted(known, "unchanged");
    }
  }
  const article: ArticleRecord = {
    ...content,
    id: known?.id ?? ids.next("a"),
    source: request.source,
    externalId: request.external_id ?? known?.externalId ?? null,
    categoryPath: request.category_path,
    url: request.url,
    version: (known?.version ?? 0) + 1,
    createdAt: known?.createdAt ?? now,
    updatedAt: stated ?? now,
    revision,
    syncRunId: request.sync_run_id ?? known?.syncRunId ?? null,
  };
  await keepVersion(tx, article, now, by);
  return counted(article, known === null || known.status === "deleted" ? "created" : "updated");
}

function isWithdrawn(before: ArticleRecord, { status, visibility }: ArticleRecord): boolean {
  return status !== "published" || isNarrower(before.visibility, visibility);
}

/** The article as it is now, and a version of it. */
export async function keepVersion(
  tx: KnowledgeRepositories,
  article: ArticleRecord,
  at: number,
  by: string,
): Promise<void> {
  await tx.articles.put(article);
  const { id: articleId, version, contentHash, title, text, visibility, status } = article;
  if (status === "deleted") return;
  await tx.articles.addVersion(
    { articleId, version, contentHash, title, text, visibility, status, at, by },
    VERSIONS_KEPT,
  );
}

async function findRun(tx: KnowledgeRepositories, request: ArticleRequest): Promise<SyncRunRecord | null> {
  if (request.sync_run_id === null) return null;
  const run = await tx.syncRuns.get(request.sync_run_id);
  if (run === null) throw ServiceError.field("sync_run_id", "there is no such sync run");
  if (run.source !== request.source) throw ServiceError.field("sync_run_id", "the sync run is of another source");
  if (run.status !== "running") throw new ServiceError("CONFLICT", "the sync run is finished");
  return run;
}

async function findKnown(tx: KnowledgeRepositories, request: ArticleRequest, key: string) {
  if (request.external_id !== null) {
    const article = await tx.articles.findByExternalId(request.source, request.external_id);
    if (article !== null) return { article, warnings: [] };
    // Taken in by its title before, by a caller that had no ids.
    const [nameless] = (await tx.articles.findByTitle(request.source, key)).filter((item) => item.externalId === null);
    return { article: nameless ?? null, warnings: [] };
  }
  const found = await tx.articles.findByTitle(request.source, key);
  const warnings = ["external_id is absent: the article is recognised by its title within the source"];
  if (found.length > 1) warnings.push(`${found.length} articles of the source have this title: the oldest was taken`);
  return { article: found[0] ?? null, warnings };
}

function countIn(run: SyncRunRecord, status: UpsertStatus): SyncRunRecord {
  const key = status === "stale_input" ? "staleInput" : status;
  return { ...run, [key]: run[key] + 1 };
}
