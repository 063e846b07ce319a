import { bandOf } from "@otai/service-api/band-of";
import type { Band, Classification, ClassifyRequest } from "@otai/service-api/classify";
import type { SentimentLabel } from "@otai/service-api/enums";
import { ServiceError } from "@otai/service-api/service-error";
import type { Suggestion } from "@otai/service-api/suggestion";
import type { Urgency } from "@otai/service-api/urgency";
import type { LanguageDetector } from "@otai/text/language";
import { prepare } from "@otai/text/prepare";
import { categoriesOf, groupOfCategory, isKnownCategory } from "./category-set.ts";
import { judgeLanguage } from "./language-gate.ts";
import { unclassified } from "./starter-categories.ts";
import { gateOfText, suggestTriage } from "./suggest.ts";
import { suggestCold } from "./suggest-cold.ts";
import { groupId, type TriageDesk } from "./triage-desk.ts";
import type { TriageInput } from "./triage-input.ts";

export interface Tone {
  readonly label: SentimentLabel;
  /** 0..1 */
  readonly confidence: number;
  readonly calibrated: boolean;
}

/** How the text sounds; the Sentiment service's own judgement. */
export type ToneJudge = (text: string, language: string | null) => Tone;

const toneThresholds = { automate: 0.8, suggest: 0.5 };

export interface ClassifyParts {
  readonly desk: TriageDesk;
  readonly detector: LanguageDetector;
  readonly judgeTone: ToneJudge;
  readonly id: string;
}

/** One text in, one judgement per field out; weak guesses are reported as neutral values and kept as alternatives. */
export function classify(request: ClassifyRequest, parts: ClassifyParts): Omit<Classification, "latency_ms"> {
  const { desk, detector, judgeTone, id } = parts;
  const contentType =
    request.content_type === "text/html" ? "html" : request.content_type === "text/plain" ? "text" : null;
  const text = prepare({
    subject: request.subject,
    body: request.body,
    ...(contentType === null ? {} : { contentType }),
  });
  if (text.subject === "" && text.body === "") {
    throw ServiceError.field("body", "nothing is left of subject and body as plain text");
  }
  const input: TriageInput = {
    subject: request.subject,
    body: request.body,
    metadata: metadataOf(request),
    languageHint: request.language ?? languageOf(request.metadata) ?? null,
    topK: request.top_k,
    precision: desk.precision,
  };
  const judged =
    desk.serving === null ? cold(input, text, parts, request.top_k) : suggestTriage(input, desk.serving, detector);
  const category = closed(find(judged.suggestions, "category"), desk);
  const urgency = find(judged.suggestions, "urgency");
  const tone = judgeTone(`${text.subject}\n${text.body}`, judged.language);
  const gated = category.abstainReason !== null && category.abstainReason !== "low_confidence";
  const toneBand: Band = gated ? "abstain" : bandOfTone(tone);
  const bands = { category: bandOf(category).band, urgency: bandOf(urgency).band, sentiment: toneBand };
  const abstained = bands.category === "abstain";
  return {
    category: abstained ? unclassified : category.value,
    urgency: bands.urgency === "abstain" ? "medium" : (urgency.value as Urgency),
    sentiment: bands.sentiment === "abstain" ? "neutral" : tone.label,
    confidence: category.confidence,
    confidences: { category: category.confidence, urgency: urgency.confidence, sentiment: tone.confidence },
    alternatives: {
      category: category.alternatives.slice(0, request.top_k).map((item) => ({ ...item })),
      urgency: distinct(urgency.alternatives).slice(0, request.top_k),
    },
    bands,
    abstained,
    abstain_reason: abstained ? (category.abstainReason ?? "low_confidence") : null,
    thresholds: {
      category: { automate: category.automateThreshold, suggest: category.suggestThreshold },
      urgency: { automate: urgency.automateThreshold, suggest: urgency.suggestThreshold },
      sentiment: toneThresholds,
    },
    explanation: request.explain ? explain(category, desk) : null,
    classification_id: id,
    truncated: text.truncated,
    engine: category.engine,
    model_version: desk.serving?.version ?? "descriptions-1",
    degraded: desk.serving === null,
    degraded_reason: desk.serving === null ? "model_not_trained" : null,
    calibrated: category.calibrated,
    language: judged.language,
  };
}

function cold(input: TriageInput, text: ReturnType<typeof prepare>, { desk, detector }: ClassifyParts, topK: number) {
  const { language } = judgeLanguage(detector.detect(`${text.subject}\n${text.body}`), input.languageHint, {});
  return { suggestions: suggestCold(text, categoriesOf(desk), gateOfText(text, input), topK), language };
}

function bandOfTone({ confidence, calibrated }: Tone): Band {
  if (confidence >= toneThresholds.automate && calibrated) return "automate";
  return confidence >= toneThresholds.suggest ? "suggest" : "abstain";
}

/** A value outside the closed set is an abstention, never mapped to the nearest name. */
function closed(suggestion: Suggestion, desk: TriageDesk): Suggestion {
  return isKnownCategory(desk, suggestion.value)
    ? suggestion
    : { ...suggestion, value: unclassified, abstainReason: "invalid_model_output" };
}

function find(suggestions: readonly Suggestion[], field: string): Suggestion {
  return suggestions.find((suggestion) => suggestion.field === field) ?? missing(field);
}

/** A model without this target says nothing about it. */
function missing(field: string): Suggestion {
  return {
    field,
    value: field === "urgency" ? "medium" : unclassified,
    confidence: 0,
    calibrated: false,
    alternatives: [],
    automateThreshold: null,
    suggestThreshold: 0.6,
    valueProven: false,
    abstainReason: "model_not_trained",
    explanation: { summary: "Nothing has been learned about it", evidence: [], neighbours: [] },
    engine: "rules",
  };
}

/** Several priorities may be one urgency. */
function distinct(alternatives: Suggestion["alternatives"]) {
  const best = new Map<string, number>();
  for (const { value, confidence } of alternatives) best.set(value, Math.max(best.get(value) ?? 0, confidence));
  return [...best].map(([value, confidence]) => ({ value, confidence }));
}

function explain({ explanation }: Suggestion, desk: TriageDesk): Classification["explanation"] {
  return {
    summary: explanation.summary,
    evidence: explanation.evidence.map((item) => ({ ...item })),
    neighbours: explanation.neighbours.map(({ ticketId, similarity, label }) => {
      const group = desk.groups.find(({ name }) => name === label) ?? groupOfCategory(desk.groups, label);
      return {
        ticket_id: ticketId,
        similarity,
        category: label,
        group_id: group === null ? null : groupId(group),
      };
    }),
  };
}

function languageOf(metadata: ClassifyRequest["metadata"]): string | undefined {
  const language = metadata?.language;
  return typeof language === "string" && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language : undefined;
}

/** The same tokens that training made of tickets; other keys are for rules and not shown to the model. */
function metadataOf({ metadata, channel }: ClassifyRequest): string[] {
  const stated = channel ?? metadata?.channel;
  return typeof stated === "string" ? [`channel:${stated}`] : [];
}
