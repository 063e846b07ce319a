import type { Visibility } from "@otai/service-api/enums";
import type { ArticleStatus } from "@otai/service-api/knowledge-base-article";
import type { GapStatus } from "@otai/service-api/knowledge-base-gaps";
import type { SearchPurpose } from "@otai/service-api/knowledge-base-search";
import type { SyncRun } from "@otai/service-api/knowledge-base-sync";

export interface ArticleRecord {
  readonly id: string;
  readonly source: string;
  readonly externalId: string | null;
  readonly title: string;
  /** The title as articles without an id of their own are recognised by. */
  readonly titleKey: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly links: readonly string[];
  readonly categoryPath: readonly string[];
  readonly url: string | null;
  readonly language: string | null;
  readonly visibility: Visibility;
  /** A deleted article is a trace without text: other processes learn from it that it is gone. */
  readonly status: ArticleStatus | "deleted";
  readonly contentHash: string;
  readonly version: number;
  readonly createdAt: number;
  /** As the source says; kept while the content is the same. */
  readonly updatedAt: number;
  /** Grows with every change of any article. */
  readonly revision: number;
  /** The last run that saw it. */
  readonly syncRunId: string | null;
}

export interface ArticleVersion {
  readonly articleId: string;
  readonly version: number;
  readonly at: number;
  readonly by: string;
  readonly contentHash: string;
  readonly title: string;
  readonly text: string;
  readonly status: ArticleStatus;
  readonly visibility: Visibility;
}

export interface KnowledgeArticles {
  /** Of the last change; 0 without any. */
  revision(): Promise<number>;
  /** A new revision. Writers stand in line from here to the end of their unit of work, so that an article is created once. */
  nextRevision(): Promise<number>;
  get(id: string): Promise<ArticleRecord | null>;
  findByExternalId(source: string, externalId: string): Promise<ArticleRecord | null>;
  /** Not deleted, oldest first. */
  findByTitle(source: string, titleKey: string): Promise<readonly ArticleRecord[]>;
  put(article: ArticleRecord): Promise<void>;
  markSeen(id: string, syncRunId: string): Promise<void>;
  /** By id, deleted ones left out. */
  list(
    filter: { readonly source: string | null; readonly status: ArticleStatus | null },
    limit: number,
    cursor: string | null,
  ): Promise<{ readonly items: readonly ArticleRecord[]; readonly nextCursor: string | null }>;
  /** Changed after that revision, deleted ones too, in the order of their revisions. */
  listChanged(revision: number, limit: number): Promise<readonly ArticleRecord[]>;
  /** Neither archived nor deleted. */
  countLive(source: string): Promise<number>;
  /** Neither archived nor deleted, and not seen by the run. */
  listUnseen(source: string, syncRunId: string): Promise<readonly ArticleRecord[]>;
  /** Keeps the newest `keep` versions of the article. */
  addVersion(version: ArticleVersion, keep: number): Promise<void>;
  getVersion(articleId: string, version: number): Promise<ArticleVersion | null>;
  /** Newest first. */
  listVersions(articleId: string): Promise<readonly ArticleVersion[]>;
  removeVersions(articleId: string): Promise<void>;
}

export type MissReason = "low_score" | "not_visible" | "not_helpful" | "no_article" | "no_evidence";

/** A search that was asked, or a miss that a draft or an agent reported. Personal data was replaced. */
export interface QueryRecord {
  readonly id: string;
  readonly at: number;
  readonly query: string;
  readonly language: string | null;
  readonly purpose: SearchPurpose;
  readonly ticketId: string | null;
  /** Name of the connection that the ticket is from; `null` where the caller named none. */
  readonly connection: string | null;
  readonly personId: string | null;
  /** The best article found, if any. */
  readonly articleId: string | null;
  readonly bestScore: number;
  /** `null` when it was answered. */
  readonly missReason: MissReason | null;
  readonly helpful: boolean | null;
}

export interface ArticleUse {
  readonly articleId: string;
  readonly answered: number;
  /** Drafts that quote it. */
  readonly quoted: number;
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface KnowledgeQueries {
  add(records: readonly QueryRecord[]): Promise<void>;
  get(id: string): Promise<QueryRecord | null>;
  setFeedback(id: string, helpful: boolean, missReason: MissReason | null): Promise<void>;
  count(since: number): Promise<{ readonly total: number; readonly missed: number }>;
  /** The newest `limit` misses, newest first. */
  listMisses(since: number, limit: number): Promise<readonly QueryRecord[]>;
  /** Of articles that were found or quoted since then, by id. */
  use(since: number): Promise<readonly ArticleUse[]>;
}

export interface GapRecord {
  readonly id: string;
  readonly status: GapStatus;
  readonly reason: string | null;
  readonly articleId: string | null;
  /** Stems of the cluster's words and their weights, by which it is recognised. */
  readonly centroid: Readonly<Record<string, number>>;
  readonly topic: string;
  readonly title: string;
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** Of the status. */
  readonly changedAt: number;
  /** Misses a day before it was resolved. */
  readonly rateBefore: number | null;
}

export interface KnowledgeGaps {
  put(gap: GapRecord): Promise<void>;
  get(id: string): Promise<GapRecord | null>;
  /** By id. */
  list(): Promise<readonly GapRecord[]>;
}

export interface SyncRunRecord {
  readonly id: string;
  readonly source: string;
  readonly status: SyncRun["status"];
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly staleInput: number;
  readonly archived: number;
  readonly wouldArchive: number;
}

export interface KnowledgeSyncRuns {
  get(id: string): Promise<SyncRunRecord | null>;
  put(run: SyncRunRecord): Promise<void>;
  /** The newest run of each source. */
  listLatest(): Promise<readonly SyncRunRecord[]>;
}

/** The vectors of one version's chunks, in order. */
export interface ArticleVectors {
  readonly articleId: string;
  readonly version: number;
  readonly embedder: string;
  readonly vectors: readonly Float32Array[];
}

export interface KnowledgeVectors {
  put(vectors: ArticleVectors): Promise<void>;
  list(articleIds: readonly string[], embedder: string): Promise<readonly ArticleVectors[]>;
  remove(articleId: string): Promise<void>;
}

export interface KnowledgeRepositories {
  readonly articles: KnowledgeArticles;
  readonly knowledgeQueries: KnowledgeQueries;
  readonly knowledgeGaps: KnowledgeGaps;
  readonly syncRuns: KnowledgeSyncRuns;
  readonly articleVectors: KnowledgeVectors;
}
