import {
  type ArticleAnswer,
  type ArticleBatchAnswer,
  type ArticleList,
  type ArticleListQuery,
  type ArticleReceipt,
  type ArticleRequest,
  type ArticleVersions,
  articleRequestSchema,
} from "@otai/service-api/knowledge-base-article";
import { ServiceError } from "@otai/service-api/service-error";
import type { ArticleRecord, KnowledgeRepositories } from "../ports/knowledge-base.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { contentHash } from "./content-hash.ts";
import { splitChunks } from "./split-chunks.ts";
import { keepVersion, readArticleRequest, type UpsertParts, upsertArticle } from "./upsert-article.ts";

export interface ArticleParts extends UpsertParts {
  readonly store: UnitOfWork<KnowledgeRepositories>;
  readonly onWithdrawn?: OnWithdrawn | undefined;
}

/** Told when an article was archived, deleted or may be read by fewer people than before: what quotes it should not be used. */
export type OnWithdrawn = (articleId: string) => Promise<unknown>;

export function createArticles(parts: ArticleParts) {
  const { store, languageDetector, onWithdrawn } = parts;

  async function get(tx: KnowledgeRepositories, id: string): Promise<ArticleRecord> {
    const article = await tx.articles.get(id);
    if (article === null || article.status === "deleted")
      throw new ServiceError("NOT_FOUND", "there is no such article");
    return article;
  }

  async function upsert(request: ArticleRequest, by: string): Promise<ArticleReceipt> {
    const input = readArticleRequest(request, languageDetector);
    const { receipt, withdrawn } = await store.write((tx) => upsertArticle(tx, input, parts, by));
    if (withdrawn) await onWithdrawn?.(receipt.id);
    return receipt;
  }

  return {
    upsert,

    /** One result per entry, in order; what is wrong with one entry is said in its place. */
    async upsertBatch(entries: readonly unknown[], by: string): Promise<ArticleBatchAnswer> {
      const results: ArticleBatchAnswer["results"] = [];
      for (const entry of entries) {
        try {
          results.push(await upsert(parseEntry(entry), by));
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error;
          const { code: error_code, message: detail, errors } = error;
          results.push({ status: "error", error_code, detail, errors: [...errors] });
        }
      }
      return { results };
    },

    /** Says that a run has seen an article, though it could not take it in as it is now. @returns false when it is not known. */
    async markSeen(syncRunId: string, source: string, externalId: string): Promise<boolean> {
      return store.write(async (tx) => {
        const article = await tx.articles.findByExternalId(source, externalId);
        if (article === null) return false;
        await tx.articles.markSeen(article.id, syncRunId);
        return true;
      });
    },

    async list({ source, status, limit, cursor }: ArticleListQuery): Promise<ArticleList> {
      const filter = { source: source ?? null, status: status ?? null };
      const { items, nextCursor } = await store.read((tx) => tx.articles.list(filter, limit, cursor ?? null));
      return { items: items.map(toSummary), next_cursor: nextCursor };
    },

    async get(id: string): Promise<ArticleAnswer> {
      const article = await store.read((tx) => get(tx, id));
      return {
        ...toSummary(article),
        text: article.text,
        links: [...article.links],
        chunks: splitChunks(article.text).map((chunk, place) => ({ id: `${id}#${place}`, ...chunk })),
      };
    },

    async listVersions(id: string): Promise<ArticleVersions> {
      const versions = await store.read(async (tx) => {
        await get(tx, id);
        return tx.articles.listVersions(id);
      });
      return {
        versions: versions.map(({ version, contentHash, at, by, title, status, visibility }) => ({
          version,
          content_hash: contentHash,
          at: new Date(at).toISOString(),
          by,
          title,
          status,
          visibility,
        })),
      };
    },

    /** The text of a version that a citation names; `null` once it is no longer kept. */
    async versionText(id: string, version: number): Promise<string | null> {
      return (await store.read((tx) => tx.articles.getVersion(id, version)))?.text ?? null;
    },

    /** Nothing of its text is kept; an empty trace tells other processes. */
    async remove(id: string): Promise<{ readonly id: string; readonly status: "deleted" }> {
      await store.write(async (tx) => {
        const revision = await tx.articles.nextRevision();
        const article = await get(tx, id);
        const empty = { title: "", titleKey: "", text: "", tags: [], links: [], categoryPath: [], url: null };
        const trace: ArticleRecord = {
          ...article,
          ...empty,
          status: "deleted",
          version: article.version + 1,
          revision,
        };
        await keepVersion(tx, { ...trace, contentHash: contentHash(trace) }, parts.clock.now(), "removed");
        await tx.articles.removeVersions(id);
        await tx.articleVectors.remove(id);
      });
      await onWithdrawn?.(id);
      return { id, status: "deleted" };
    },
  };
}

function parseEntry(entry: unknown): ArticleRequest {
  const parsed = articleRequestSchema.safeParse(entry);
  if (parsed.success) return parsed.data;
  throw new ServiceError("VALIDATION_ERROR", "Request validation failed", {
    errors: parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
  });
}

function toSummary(article: ArticleRecord): ArticleList["items"][number] {
  return {
    id: article.id,
    title: article.title,
    source: article.source,
    external_id: article.externalId,
    url: article.url,
    language: article.language,
    visibility: article.visibility,
    status: article.status === "deleted" ? "archived" : article.status,
    tags: [...article.tags],
    category_path: [...article.categoryPath],
    version: article.version,
    content_hash: article.contentHash,
    updated_at: new Date(article.updatedAt).toISOString(),
  };
}
