import { type Sentence, splitSentences } from "../reply/sentences.ts";

/** A part of an article's text, in UTF-16 code units. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** About 300 tokens, which an embedding model still takes as one thought. */
const MOST_TOKENS = 300;
/** A heading begins a chunk only if so much stands before it; else short sections stay together. */
const LEAST_TOKENS = 100;
/** Of what has no sentences, a log or a table: cut at this many characters. */
const LONGEST_SENTENCE = 1_500;

/** An English word is about four thirds of a token; scripts without blanks are counted by letters. */
const tokensOf = (text: string): number => Math.ceil(text.length / 4.5);

/** Chunks at headings, of at most about 300 tokens; one that goes on within a section repeats one sentence of the one before. */
export function splitChunks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let from = -1;
  let previous: Chunk | null = null;
  let end = 0;
  const close = () => {
    if (from >= 0) chunks.push({ start: from, end });
    from = -1;
  };
  for (const piece of splitSentences(text).flatMap(cutLong)) {
    const startsSection = piece.kind === "heading" && piece.text.startsWith("#");
    if (from >= 0) {
      const before = tokensOf(text.slice(from, end));
      if (startsSection && before >= LEAST_TOKENS) close();
      else if (before + tokensOf(piece.text) > MOST_TOKENS) {
        close();
        if (previous !== null && tokensOf(text.slice(previous.start, previous.end)) < MOST_TOKENS / 4)
          from = previous.start;
      }
    }
    if (from < 0) from = piece.start;
    end = piece.end;
    previous = startsSection ? null : piece;
  }
  close();
  return chunks;
}

function cutLong(sentence: Sentence): Sentence[] {
  if (sentence.text.length <= LONGEST_SENTENCE) return [sentence];
  const pieces: Sentence[] = [];
  for (let at = 0; at < sentence.text.length; at += LONGEST_SENTENCE) {
    const text = sentence.text.slice(at, at + LONGEST_SENTENCE);
    pieces.push({ text, start: sentence.start + at, end: sentence.start + at + text.length, kind: sentence.kind });
  }
  return pieces;
}
