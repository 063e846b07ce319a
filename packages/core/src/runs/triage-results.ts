import { bandOf } from "@otai/service-api/band-of";
import type { Suggestion } from "@otai/service-api/suggestion";
import type { Decision } from "../policy/decision.ts";
import type { Run } from "../ports/journal.ts";

/** What triage came to, as it is told to those who ask for results. */
export interface TriageResults {
  /** `null` where there was nothing to say about the label. */
  readonly classified: Readonly<Record<string, unknown>> | null;
  /** `null` where no place is proposed. */
  readonly routed: Readonly<Record<string, unknown>> | null;
}

const places = new Set(["queue", "priority"]);

/** Is the field about where the ticket waits, and how long it may? All others say what it is about. */
export function isPlace({ field }: { readonly field: string }): boolean {
  return places.has(field);
}

export function triageResults(
  run: Pick<Run, "id" | "ticketId" | "modelVersion" | "language">,
  suggestions: readonly Suggestion[],
  decisions: readonly Pick<Decision, "field" | "value" | "reason">[],
): TriageResults {
  const base = { ticket_id: run.ticketId, run_id: run.id, model_version: run.modelVersion, language: run.language };
  const labels = suggestions.filter((suggestion) => !isPlace(suggestion));
  const proposed = proposedPlaces(suggestions, decisions);
  const [queue, priority] = ["queue", "priority"].map((name) => proposed.find(({ field }) => field === name));
  return {
    classified:
      labels.length === 0
        ? null
        : {
            ...base,
            ...Object.fromEntries(labels.map((suggestion) => [suggestion.field, reportedValue(suggestion)])),
            ...figuresOf(labels),
          },
    routed:
      proposed.length === 0
        ? null
        : {
            ...base,
            ...(queue === undefined ? {} : { team: queue.value, reason: queue.reason }),
            ...(priority === undefined ? {} : { priority: priority.value }),
            ...figuresOf(suggestions.filter(isPlace)),
          },
  };
}

/** The decisions about places that propose one. */
export function proposedPlaces<D extends Pick<Decision, "field" | "value">>(
  suggestions: readonly Suggestion[],
  decisions: readonly D[],
): D[] {
  const isAbstained = ({ field, value }: D) =>
    suggestions.some((one) => one.field === field && one.value === value && bandOf(one).band === "abstain");
  return decisions.filter((decision) => isPlace(decision) && decision.value !== null && !isAbstained(decision));
}

/** An abstained field reports its neutral value, so that nobody takes a weak guess for a fact; the guess stands in `alternatives`. */
const neutral: Readonly<Record<string, string>> = { category: "unclassified", urgency: "medium" };

function reportedValue(suggestion: Suggestion): string | null {
  return bandOf(suggestion).band === "abstain" ? (neutral[suggestion.field] ?? null) : suggestion.value;
}

function figuresOf(suggestions: readonly Suggestion[]) {
  const by = <Value>(read: (suggestion: Suggestion) => Value) =>
    Object.fromEntries(suggestions.map((suggestion) => [suggestion.field, read(suggestion)]));
  return {
    confidences: by(({ confidence }) => confidence),
    bands: by((suggestion) => bandOf(suggestion).band),
    alternatives: by(({ value, confidence, alternatives }) => [
      { value, confidence },
      ...alternatives.filter((one) => one.value !== value),
    ]),
  };
}
