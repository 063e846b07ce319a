import type { Prediction } from "@otai/intelligence/model";
import { categorySlug } from "@otai/service-api/category-slug";
import type { AbstainReason, Suggestion } from "@otai/service-api/suggestion";
import { type Urgency, urgencies, urgencyOfPriority } from "@otai/service-api/urgency";
import { detectAutoMail } from "@otai/text/auto-mail";
import { looksLikeHtml } from "@otai/text/html";
import type { LanguageDetector } from "@otai/text/language";
import { type PreparedText, prepare } from "@otai/text/prepare";
import { judgeLanguage } from "./language-gate.ts";
import type { ServingModel } from "./serving-model.ts";
import { suggestThreshold } from "./suggest-threshold.ts";
import type { TriageInput } from "./triage-input.ts";
import { findUrgencySignal, type UrgencySignal } from "./urgency-signals.ts";

export interface TriageSuggestions {
  readonly suggestions: readonly Suggestion[];
  readonly language: string | null;
  readonly modelVersion: string | null;
}

/**
 * Judges one ticket: queue and category, priority and urgency, and every configured label that has a model. Without a model, and
 * for texts that nothing can be said about, every field abstains with the reason.
 */
export function suggestTriage(
  input: TriageInput,
  serving: ServingModel | null,
  detector: LanguageDetector,
  text: PreparedText = prepare(input),
): TriageSuggestions {
  const whole = `${text.subject}\n${text.body}`;
  const { language, supported } = judgeLanguage(detector.detect(whole), input.languageHint, serving?.languages ?? {});
  const gate = gateOfText(text, input) ?? (supported ? null : "unsupported_language");
  if (serving === null) {
    const fields = ["queue", "category", "priority", "urgency"];
    const suggestions = fields.map((field) => empty(field, "model_not_trained", "Nothing has been learned yet"));
    return { suggestions, language, modelVersion: null };
  }
  const predictions = serving.model.classify(
    { subject: text.subject, body: text.body, metadata: [...input.metadata, ...serving.metadataOf(text)] },
    { topK: input.topK ?? 3, explain: true, neighbours: 3, prepared: true },
  );
  const suggestions: Suggestion[] = [];
  for (const [target, prediction] of Object.entries(predictions)) {
    const suggestion = toSuggestion(target, prediction, input, serving, gate);
    suggestions.push(suggestion);
    // A site that names its own categories has learned them as such.
    if (target === "queue" && predictions.category === undefined) suggestions.push(asCategory(suggestion));
    if (target === "priority") suggestions.push(asUrgency(suggestion, findUrgencySignal(whole, input.tier)));
  }
  return { suggestions, language, modelVersion: serving.version };
}

/** Why nothing should be said about a text, however sure a model may be; `null` when something may. */
export function gateOfText(
  text: { readonly subject: string; readonly body: string },
  input: Pick<TriageInput, "subject" | "body">,
): AbstainReason | null {
  if (text.subject.trim() === "" && text.body.trim() === "") return "empty_text";
  const body = looksLikeHtml(input.body) ? text.body : input.body;
  return detectAutoMail({ subject: input.subject, body }) === null ? null : "auto_generated";
}

function toSuggestion(
  target: string,
  prediction: Prediction,
  input: TriageInput,
  serving: ServingModel,
  gate: AbstainReason | null,
): Suggestion {
  const labels = serving.model.labels(target);
  const known = (guess: { readonly value: string; readonly confidence: number }) =>
    labels.includes(guess.value) && guess.confidence >= 0 && guess.confidence <= 1;
  if (!known(prediction)) return empty(target, gate ?? "invalid_model_output", "The model gave no known value");
  const threshold = serving.threshold(target, input.precision[target] ?? 0.95);
  const evidence = prediction.evidence.slice(0, 5);
  return {
    field: target,
    value: prediction.value,
    confidence: round(prediction.confidence),
    calibrated: serving.isCalibrated(target),
    alternatives: prediction.alternatives
      .filter(known)
      .map(({ value, confidence }) => ({ value, confidence: round(confidence) })),
    automateThreshold: threshold.threshold === null ? null : round(threshold.threshold),
    suggestThreshold: round(Math.min(suggestThreshold, threshold.threshold ?? suggestThreshold)),
    valueProven: !threshold.vetoed.includes(prediction.value),
    abstainReason: gate ?? (prediction.novel ? "novel_topic" : null),
    explanation: {
      summary: summaryOf(evidence),
      evidence: evidence.map((item) => ({ ...item, weight: round(item.weight) })),
      neighbours: prediction.neighbours.flatMap(({ id, similarity, label }) =>
        label === null ? [] : [{ ticketId: id, similarity: round(similarity), label }],
      ),
    },
    engine: "linear",
  };
}

/** A category is the slug of the queue that history files such tickets in. */
function asCategory(queue: Suggestion): Suggestion {
  return {
    ...queue,
    field: "category",
    value: categorySlug(queue.value),
    alternatives: queue.alternatives.map((item) => ({ ...item, value: categorySlug(item.value) })),
    explanation: {
      ...queue.explanation,
      neighbours: queue.explanation.neighbours.map((item) => ({ ...item, label: categorySlug(item.label) })),
    },
  };
}

/** Urgency follows priority; a hard signal may raise it, also where the model would not say, and then nothing is proven about it. */
function asUrgency(priority: Suggestion, signal: UrgencySignal | null): Suggestion {
  const value = urgencyFrom(priority.value);
  const urgency: Suggestion = {
    ...priority,
    field: "urgency",
    value: value ?? "medium",
    alternatives: priority.alternatives.flatMap((item) => {
      const known = urgencyFrom(item.value);
      return known === null ? [] : [{ ...item, value: known }];
    }),
    abstainReason: priority.abstainReason ?? (value === null ? "invalid_model_output" : null),
  };
  const weak = urgency.abstainReason !== null || urgency.confidence < urgency.suggestThreshold;
  return signal === null ? urgency : raised(urgency, signal, weak ? "medium" : (value ?? "medium"));
}

function urgencyFrom(priority: string): Urgency | null {
  return Object.hasOwn(urgencyOfPriority, priority)
    ? urgencyOfPriority[priority as keyof typeof urgencyOfPriority]
    : null;
}

/** @param stands what would be reported without the signal */
function raised(urgency: Suggestion, { raisesTo, sign }: UrgencySignal, stands: Urgency): Suggestion {
  if (urgencies.indexOf(raisesTo) <= urgencies.indexOf(stands)) return urgency;
  const others = urgency.alternatives.filter(({ value }) => value !== raisesTo);
  return {
    ...urgency,
    value: raisesTo,
    confidence: suggestThreshold,
    calibrated: false,
    alternatives: [{ value: raisesTo, confidence: suggestThreshold }, ...others],
    automateThreshold: null,
    suggestThreshold,
    // What the model makes of the text does not weaken a sign in it; a text that nobody judges stays so.
    abstainReason: isOfModel(urgency.abstainReason) ? null : urgency.abstainReason,
    engine: "rules",
    explanation: { ...urgency.explanation, summary: sign },
  };
}

function isOfModel(reason: AbstainReason | null): boolean {
  return reason === "novel_topic" || reason === "low_confidence" || reason === "invalid_model_output";
}

function empty(field: string, abstainReason: AbstainReason, summary: string): Suggestion {
  return {
    field,
    value: field === "category" || field === "queue" ? "unclassified" : field === "urgency" ? "medium" : "normal",
    confidence: 0,
    calibrated: false,
    alternatives: [],
    automateThreshold: null,
    suggestThreshold,
    valueProven: false,
    abstainReason,
    explanation: { summary, evidence: [], neighbours: [] },
    engine: "rules",
  };
}

function summaryOf(evidence: Prediction["evidence"]): string {
  const phrases = [...new Set(evidence.map((item) => item.text))].slice(0, 3);
  return phrases.length === 0
    ? "No single phrase stood out"
    : `Because of ${phrases.map((text) => `"${text}"`).join(", ")}`;
}

/** Probabilities have at most four decimals on the wire; rounded once, here, so that every comparison sees the same number. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
