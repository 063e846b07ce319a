import { Grams } from "./grams.ts";
import { type Matrix, vectorizeAll } from "./matrix.ts";
import type { Progress } from "./progress.ts";
import type { TrainingRow } from "./training-rows.ts";
import { collectTicket } from "./vectorizer.ts";
import { buildVocabulary, type Vocabulary } from "./vocabulary.ts";

const PROGRESS_EVERY = 250;
const STEP = "reading tickets";

/** Reads all rows twice: for the vocabulary, then for their vectors. */
export function featurize(
  rows: readonly TrainingRow[],
  report: (progress: Progress) => void,
): { vocabulary: Vocabulary; matrix: Matrix } {
  const grams = new Grams();
  const total = 2 * rows.length;
  const vocabulary = buildVocabulary(rows.length, grams, (row) => {
    collectTicket(grams, rows[row]!.ticket);
    if (row % PROGRESS_EVERY === 0) report({ step: STEP, done: row, total });
  });
  const tickets = rows.map(({ ticket }) => ticket);
  const matrix = vectorizeAll(vocabulary, tickets, (row) => {
    if (row % PROGRESS_EVERY === 0) report({ step: STEP, done: rows.length + row, total });
  });
  report({ step: STEP, done: total, total });
  return { vocabulary, matrix };
}
