import type { Citation, RemovalReason } from "@otai/service-api/reply-draft";
import { type Source, toCitation } from "./source.ts";

/** A sentence of the answer, or a whole list, with the words that it rests on. */
export interface Claim {
  readonly text: string;
  readonly source: Source;
  /** Verbatim. */
  readonly quote: string;
  readonly list: boolean;
}

export interface Removed {
  readonly text: string;
  readonly reason: RemovalReason;
}

/** What an engine has to say, before it is a letter. */
export interface Answer {
  readonly claims: readonly Claim[];
  readonly removed: readonly Removed[];
  /** A question back to the customer; ours where there is none. */
  readonly followUp: string | null;
}

export interface NumberedAnswer {
  readonly citations: readonly Citation[];
  /** Of each claim, in order. */
  readonly indexes: readonly number[];
}

/** One number per quote, in the order in which they are first used. */
export function numberCitations(claims: readonly Claim[]): NumberedAnswer {
  const citations: Citation[] = [];
  const known = new Map<string, number>();
  const indexes = claims.map(({ source, quote }) => {
    const key = JSON.stringify([source.chunkId, source.externalId, source.name, quote]);
    const index = known.get(key) ?? citations.length + 1;
    if (!known.has(key)) {
      known.set(key, index);
      citations.push(toCitation(source, index, quote));
    }
    return index;
  });
  return { citations, indexes };
}

/** The paragraphs of the answer with `[n]` where a run of sentences from one quote ends. */
export function toParagraphs(claims: readonly Claim[], indexes: readonly number[]): string[] {
  const paragraphs: string[] = [];
  let open: string[] = [];
  claims.forEach((claim, at) => {
    const ends = indexes[at + 1] !== indexes[at];
    const text = ends ? mark(claim.text, indexes[at]!) : claim.text;
    if (claim.list) {
      if (open.length > 0) paragraphs.push(open.join(" "));
      paragraphs.push(text);
      open = [];
    } else open.push(text);
    if (ends && open.length > 0) {
      paragraphs.push(open.join(" "));
      open = [];
    }
  });
  return paragraphs;
}

/** `Charges are reversed.` → `Charges are reversed [1].` */
function mark(text: string, index: number): string {
  const stop = /[.!?…]+["'”“»)]*$/u.exec(text);
  return stop === null ? `${text} [${index}]` : `${text.slice(0, stop.index)} [${index}]${stop[0]}`;
}
