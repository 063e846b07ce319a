import { round } from "@otai/service-api/fields";
import type { Citation } from "@otai/service-api/reply-draft";
import type { Passage } from "../knowledge-base/passages.ts";
import type { SolvedAnswer } from "../ports/solved-answers.ts";
import type { SourceKind } from "./promises.ts";

/** A text that a draft may cite. */
export interface Source {
  readonly kind: SourceKind;
  readonly articleId: string | null;
  readonly externalId: string | null;
  readonly title: string;
  readonly url: string | null;
  /** As in the citation. */
  readonly name: string;
  readonly text: string;
  /** 0..1: how well it fits the question. */
  readonly score: number;
  readonly version: number | null;
  readonly chunkId: string | null;
}

export function fromPassage(passage: Passage): Source {
  return { ...passage, kind: "article", name: passage.source };
}

export function fromSolvedAnswer({ ticketId, answer, similarity }: SolvedAnswer): Source {
  return {
    kind: "solved",
    articleId: null,
    externalId: ticketId,
    title: `Solved ticket ${ticketId}`,
    url: null,
    name: "solved-ticket",
    text: answer,
    score: similarity,
    version: null,
    chunkId: null,
  };
}

/** What the caller states, or what an agent wrote before in the same ticket. */
export function fromText(kind: "context" | "thread", text: string, score: number): Source {
  const title = kind === "context" ? "Context" : "Conversation";
  const nothing = { articleId: null, externalId: null, url: null, version: null, chunkId: null };
  return { kind, title, name: kind, text, score, ...nothing };
}

export function toCitation(source: Source, index: number, quote: string): Citation {
  return {
    index,
    article_id: source.articleId,
    external_id: source.externalId,
    title: source.title,
    url: source.url,
    source: source.name,
    quote,
    score: round(Math.min(Math.max(source.score, 0), 1), 4),
    version: source.version,
    chunk_id: source.chunkId,
  };
}
