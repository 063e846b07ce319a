import type { EvaluateRequest, EvaluateResponse } from "@otai/service-api/qa-evaluate";
import { ServiceError } from "@otai/service-api/service-error";
import type { BackfillProgress } from "../ports/qa.ts";
import { findRubric } from "./rubrics.ts";
import type { QaSurroundings } from "./surroundings.ts";

/** One conversation of the past. */
export interface PastConversation {
  /** Where to go on behind it. */
  readonly cursor: string;
  readonly request: EvaluateRequest;
}

export interface BackfillOptions {
  /** The same name goes on where it stopped. */
  readonly name: string;
  /** Conversations behind the cursor, always in the same order. */
  readonly conversations: (after: string | null) => AsyncIterable<PastConversation>;
  readonly perMinute: number;
  /** Id, or `id@version`; the version is pinned at the start. */
  readonly rubric: string;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BackfillProgress) => void;
}

/**
 * Scores conversations of the past, at most so many a minute. Progress is kept behind each; what was scored but not yet counted
 * when a process died is found again, not scored twice.
 */
export function createBackfill(
  { store, clock }: QaSurroundings,
  evaluate: (request: EvaluateRequest) => Promise<EvaluateResponse>,
) {
  return async (options: BackfillOptions): Promise<BackfillProgress> => {
    const { name, conversations, perMinute, sleep, signal, onProgress } = options;
    if (!(perMinute > 0)) throw ServiceError.field("perMinute", "must be above 0");
    let progress = await store.write(async (tx) => {
      const known = await tx.qaBackfills.get(name);
      if (known !== null) return known;
      const { rubric } = await findRubric(tx, options.rubric);
      const fresh = beginning(name, `${rubric.id}@${rubric.version}`, clock.now());
      await tx.qaBackfills.put(fresh);
      return fresh;
    });
    if (progress.state === "done") return progress;
    const spacing = 60_000 / perMinute;
    let dueAt = clock.now();
    for await (const { cursor, request } of conversations(progress.cursor)) {
      if (signal?.aborted) return progress;
      const wait = dueAt - clock.now();
      if (wait > 0) await sleep(wait, signal);
      if (signal?.aborted) return progress;
      dueAt = Math.max(dueAt, clock.now()) + spacing;
      const outcome = await outcomeOf(evaluate({ ...request, rubric: undefined, rubric_id: progress.rubric }));
      progress = { ...count(progress, outcome), cursor, updatedAt: clock.now() };
      const counted = progress;
      await store.write((tx) => tx.qaBackfills.put(counted));
      onProgress?.(progress);
    }
    const done: BackfillProgress = { ...progress, state: "done", updatedAt: clock.now() };
    await store.write((tx) => tx.qaBackfills.put(done));
    return done;
  };
}

function beginning(name: string, rubric: string, updatedAt: number): BackfillProgress {
  const nothing = { seen: 0, evaluated: 0, notEligible: {}, failed: 0 };
  return { name, state: "running", cursor: null, rubric, ...nothing, updatedAt };
}

type Outcome = "evaluated" | "failed" | { readonly notEligible: string };

/** A conversation that cannot be scored is counted; a store or model that fails stops the backfill, to go on later. */
async function outcomeOf(evaluated: Promise<EvaluateResponse>): Promise<Outcome> {
  try {
    await evaluated;
    return "evaluated";
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return error.code === "NOT_ELIGIBLE" ? { notEligible: error.reason ?? "unknown" } : "failed";
  }
}

function count(progress: BackfillProgress, outcome: Outcome): BackfillProgress {
  const seen = { ...progress, seen: progress.seen + 1 };
  if (outcome === "evaluated") return { ...seen, evaluated: seen.evaluated + 1 };
  if (outcome === "failed") return { ...seen, failed: seen.failed + 1 };
  const { notEligible: reason } = outcome;
  return { ...seen, notEligible: { ...seen.notEligible, [reason]: (seen.notEligible[reason] ?? 0) + 1 } };
}
