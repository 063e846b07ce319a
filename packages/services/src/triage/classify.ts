import { bandOf } from "@otai/service-api/band-of";
import type { Band, Classification, ClassifyRequest } from "@otai/service-api/classify";
import type { SentimentLabel } from "@otai/service-api/enums";
import { ServiceError } from "@otai/service-api/service-error";
import type { AbstainReason, Suggestion } from "@otai/service-api/suggestion";
import type { Urgency } from "@otai/service-api/urgency";
import type { LanguageDetector } from "@otai/text/language";
import { type PreparedText, prepare } from "@otai/text/prepare";
import { categoriesOf, categoryTarget, groupOfCategory, isKnownCategory } from "./category-set.ts";
import { judgeLanguage } from "./language-gate.ts";
import { starterCategories, starterLanguages, unclassified } from "./starter-categories.ts";
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
  const { desk, judgeTone, id } = parts;
  const text = textOf(request);
  if (text.subject === "" && text.body === "") {
    throw ServiceError.field("body", "nothing is left of subject and body as plain text");
  }
  const judged = judge(request, text, parts);
  const category = closed(judged.category, desk);
  const { urgency } = judged;
  const tone = judgeTone(`${text.subject}\n${text.body}`, judged.language);
  const toneBand = isOfText(category.abstainReason) ? "abstain" : bandOfTone(tone);
  const bands = { category: bandOf(category).band, urgency: bandOf(urgency).band, sentiment: toneBand };
  const abstained = bands.category === "abstain";
  const described = categoryTarget(desk) === null;
  return {
    category: abstained ? unclassified : category.value,
    urgency: bands.urgency === "abstain" ? "medium" : (urgency.value as Urgency),
    sentiment: bands.sentiment === "abstain" ? "neutral" : tone.label,
    confidence: category.confidence,
    confidences: { category: category.confidence, urgency: urgency.confidence, sentiment: tone.confidence },
    alternatives: {
      category: category.alternatives
        .filter(({ value }) => isKnownCategory(desk, value))
        .slice(0, request.top_k)
        .map((item) => ({ ...item })),
      urgency: urgency.alternatives.slice(0, request.top_k).map((item) => ({ ...item })),
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
    model_version: described ? "descriptions-1" : desk.serving!.version,
    degraded: described,
    degraded_reason: described ? "model_not_trained" : null,
    calibrated: category.calibrated,
    language: judged.language,
  };
}

/** The prepared text of a request. */
export function textOf({ subject, body, content_type }: ClassifyRequest): PreparedText {
  if (content_type === undefined) return prepare({ subject, body });
  return prepare({ subject, body, contentType: content_type === "text/html" ? "html" : "text" });
}

interface Judged {
  readonly category: Suggestion;
  readonly urgency: Suggestion;
  readonly language: string | null;
}

/** By the model as far as there is one, and by descriptions and hard signals for the rest. */
function judge(request: ClassifyRequest, text: PreparedText, { desk, detector }: ClassifyParts): Judged {
  const input: TriageInput = {
    subject: request.subject,
    body: request.body,
    metadata: metadataOf(request),
    languageHint: request.language ?? languageOf(request.metadata) ?? null,
    tier: tierOf(request.metadata),
    topK: request.top_k,
    precision: desk.precision,
  };
  const learned = desk.serving === null ? null : suggestTriage(input, desk.serving, detector, text);
  const find = (field: string) => learned?.suggestions.find((suggestion) => suggestion.field === field);
  const category = categoryTarget(desk) === null ? undefined : find("category");
  const urgency = find("urgency");
  if (learned !== null && category !== undefined && urgency !== undefined) {
    return { category, urgency, language: learned.language };
  }
  const categories = categoriesOf(desk);
  const understood = categories === starterCategories ? starterLanguages : {};
  const detected = detector.detect(`${text.subject}\n${text.body}`);
  const { language, supported } = judgeLanguage(detected, input.languageHint, understood);
  const gate = gateOfText(text, input) ?? (supported ? null : "unsupported_language");
  const cold = suggestCold(text, categories, gate, { topK: request.top_k, tier: input.tier ?? null });
  return { category: category ?? cold.category, urgency: urgency ?? cold.urgency, language };
}

/** Reasons that lie in the text, and so hold for every judgement about it. */
function isOfText(reason: AbstainReason | null): boolean {
  return reason === "unsupported_language" || reason === "empty_text" || reason === "auto_generated";
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

function explain({ explanation }: Suggestion, desk: TriageDesk): Classification["explanation"] {
  return {
    summary: explanation.summary,
    evidence: explanation.evidence.map((item) => ({ ...item })),
    neighbours: explanation.neighbours.map(({ ticketId, similarity, label }) => {
      const group = groupOfCategory(desk, label);
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

/** `account_type` is how the guide's example says it. */
function tierOf(metadata: ClassifyRequest["metadata"]): string | null {
  const tier = metadata?.tier ?? metadata?.account_type;
  return typeof tier === "string" ? tier : null;
}

/** The same tokens that training made of tickets; other keys are for rules and not shown to the model. */
function metadataOf({ metadata, channel }: ClassifyRequest): string[] {
  const stated = channel ?? metadata?.channel;
  return typeof stated === "string" ? [`channel:${stated}`] : [];
}
