import type { Audience } from "@otai/service-api/enums";

/** A piece of a published article that may be quoted: `text` is a substring of `version`'s text, at `start` to `end`. */
export interface Passage {
  readonly articleId: string;
  readonly version: number;
  readonly externalId: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly source: string;
  /** `a-77#0`: article and place of the chunk in it. */
  readonly chunkId: string;
  /** Verbatim. */
  readonly text: string;
  /** UTF-16 code units into the text of the article's version. */
  readonly start: number;
  readonly end: number;
  /** 0..1; comparable between queries of one language. */
  readonly score: number;
  /** Reaches the cut from which an article is taken for an answer. */
  readonly answered: boolean;
  readonly language: string | null;
  /** Milliseconds since epoch. */
  readonly updatedAt: number;
}

export interface FindOptions {
  readonly audience: Audience;
  /** Of the query; articles in another language are left out. `null` searches all. */
  readonly language: string | null;
  readonly topK: number;
}

/** What the drafting of replies sees of the knowledge base. Finding logs nothing: who asked reports a miss. */
export interface Passages {
  /** @returns the best passages that the audience may see, best first, at most one per article. */
  find(query: string, options: FindOptions): Promise<readonly Passage[]>;
}

/** What nobody found an article for. */
export interface Miss {
  /** Personal data is replaced before it is kept. */
  readonly query: string;
  readonly language: string | null;
  readonly purpose: "draft" | "agent" | "portal";
  readonly ticketId: string | null;
  /** Name of the connection that the ticket is from. */
  readonly connection: string | null;
  readonly personId: string | null;
  /** `no_evidence`: a draft was refused for want of an article; `not_helpful`: what was drafted from one was wrong or not enough. */
  readonly reason: "no_evidence" | "no_article" | "not_helpful";
  /** Of the best passage that was looked at. */
  readonly bestScore: number;
}

/** Feeds the list of gaps. */
export interface Misses {
  report(miss: Miss): Promise<void>;
}
