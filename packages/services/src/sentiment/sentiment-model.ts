import type { Model } from "@otai/intelligence/model";
import { round } from "@otai/service-api/fields";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { toneTokens } from "./tone-tokens.ts";

export const sentimentTarget = "sentiment";
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
  /** Has a target `sentiment` with labels among positive, neutral and negative. */
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
  readonly #languages: Readonly<Record<string, number>>;
  readonly #hasNeutral: boolean;

  /** @throws Error when the model was trained for something else. */
  constructor({ model, version, languages }: SentimentModelParts) {
    const labels = model.targets.includes(sentimentTarget) ? model.labels(sentimentTarget) : [];
    const strange = labels.filter((label) => !["positive", "neutral", "negative"].includes(label));
    if (labels.length < 2 || strange.length > 0) {
      throw new Error(
        `a sentiment model has a target "${sentimentTarget}" with the labels positive, neutral and negative, this one has ${
          labels.length === 0 ? `the targets ${model.targets.join(", ")}` : `the labels ${labels.join(", ")}`
        }: train it with --target ${sentimentTarget}`,
      );
    }
    this.#model = model;
    this.#languages = languages;
    this.#hasNeutral = labels.includes("neutral");
    this.version = version;
    this.calibrated = model.quality(sentimentTarget).calibrationError <= worstCalibration;
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
    const prediction = this.#model.classify(ticket, { topK: 3, explain: true, prepared: true })[sentimentTarget]!;
    const shares = new Map(prediction.alternatives.map(({ value, confidence }) => [value, confidence]));
    const lean = (shares.get("positive") ?? 0) - (shares.get("negative") ?? 0);
    const evidence = prediction.evidence.map(({ start, end }) => ({ start, end }));
    return { score: round(this.#scoreOf(prediction, lean), 2), confidence: round(prediction.confidence, 4), evidence };
  }

  #scoreOf({ value, confidence }: { value: string; confidence: number }, lean: number): number {
    if (!this.#hasNeutral) return lean;
    if (value === "neutral") return Math.max(-neutralEdge, Math.min(neutralEdge, lean));
    const certainty = Math.max(0, (confidence - evenly) / (1 - evenly));
    return (value === "positive" ? 1 : -1) * (polarEdge + (1 - polarEdge) * certainty);
  }
}
