import { Model } from "@otai/intelligence/model";
import type { SentimentLabel } from "@otai/service-api/enums";
import { round } from "@otai/service-api/fields";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { sentimentTarget, toneLabel, toneTargetOf } from "./tone-target.ts";
import { toneTokens } from "./tone-tokens.ts";

/** Above it a confidence is no probability (U15). */
const worstCalibration = 0.05;
/** Below this share of the training rows a language was hardly seen. */
const leastShare = 0.02;
/** The most that a neutral score may be: the label is decided by the model, not by rounding. */
const neutralEdge = 0.29;
const polarEdge = 0.3;
/** An even guess among three labels. */
const evenly = 1 / 3;

export interface LearnedTone {
  readonly score: number;
  readonly confidence: number;
  readonly evidence: readonly { readonly start: number; readonly end: number }[];
}

export interface SentimentModelParts {
  /** Has a target with labels among positive, neutral and negative. */
  readonly model: Model;
  readonly version: string;
  /** Share of the training rows by language; without any the model is taken to know all built-in ones. */
  readonly languages: Readonly<Record<string, number>>;
}

/** A tone learned from labelled messages of this installation. */
export class SentimentModel {
  readonly version: string;
  readonly calibrated: boolean;
  readonly #model: Model;
  readonly #target: string;
  readonly #languages: Readonly<Record<string, number>>;
  readonly #hasNeutral: boolean;

  /** @throws Error when the model was trained for something else. */
  constructor({ model, version, languages }: SentimentModelParts) {
    const target = toneTargetOf(model);
    if (target === null) {
      const learned = model.targets.map((name) => `"${name}" (${shortList(model.labels(name))})`).join(", ");
      throw new Error(
        `a sentiment model has a target with the labels positive, neutral and negative, this one has ${learned}: train it with --target ${sentimentTarget}`,
      );
    }
    this.#model = only(model, target);
    this.#target = target;
    this.#languages = languages;
    this.#hasNeutral = model.labels(target).some((label) => toneLabel(label) === "neutral");
    this.version = version;
    this.calibrated = model.quality(target).calibrationError <= worstCalibration;
  }

  /** May it judge this language? Without a record of its languages it is trusted with the built-in ones. */
  knows(language: string | null, isBuiltIn: boolean): boolean {
    if (language === null) return true;
    if (Object.keys(this.#languages).length === 0) return isBuiltIn;
    return (this.#languages[language] ?? 0) >= leastShare;
  }

  /** `own` is the text without what the customer did not write; offsets are into it. */
  read(own: string, lexicons: readonly Lexicon[]): LearnedTone {
    const ticket = { subject: "", body: own, metadata: toneTokens(own, lexicons) };
    const prediction = this.#model.classify(ticket, { topK: 3, explain: true, prepared: true })[this.#target]!;
    const shares = { positive: 0, neutral: 0, negative: 0 };
    for (const { value, confidence } of prediction.alternatives) shares[toneLabel(value)!] += confidence;
    const lean = shares.positive - shares.negative;
    const evidence = prediction.evidence.map(({ start, end }) => ({ start, end }));
    const value = toneLabel(prediction.value)!;
    const score = round(this.#scoreOf(value, prediction.confidence, lean), 2);
    return { score, confidence: round(prediction.confidence, 4), evidence };
  }

  #scoreOf(value: SentimentLabel, confidence: number, lean: number): number {
    if (!this.#hasNeutral) return lean;
    if (value === "neutral") return Math.max(-neutralEdge, Math.min(neutralEdge, lean));
    const certainty = Math.max(0, (confidence - evenly) / (1 - evenly));
    return (value === "positive" ? 1 : -1) * (polarEdge + (1 - polarEdge) * certainty);
  }
}

/** Other targets and the search for past tickets cost time that no tone needs. */
function only({ parts }: Model, target: string): Model {
  return new Model({ ...parts, targets: parts.targets.filter(({ name }) => name === target), retrieval: null });
}

function shortList(labels: readonly string[]): string {
  const most = 4;
  return labels.length <= most ? labels.join(", ") : `${labels.slice(0, most).join(", ")}, …`;
}
