import type { Model } from "@otai/intelligence/model";
import type { Threshold } from "@otai/intelligence/threshold";
import { type ToneMetadata, toneMetadata } from "../sentiment/tone-metadata.ts";
import { hasTrustedConfidence } from "./trusted-confidence.ts";

export interface ServingModelParts {
  readonly model: Model;
  readonly version: string;
  /** Share of the training rows by language. */
  readonly languages: Readonly<Record<string, number>>;
}

/** The model that serves, with what was known of its training. What it may promise is worked out once per precision. */
export class ServingModel {
  readonly model: Model;
  readonly version: string;
  readonly languages: Readonly<Record<string, number>>;
  readonly #thresholds = new Map<string, Threshold>();
  readonly #calibrated = new Map<string, boolean>();
  readonly #toneOf: ToneMetadata | null;

  constructor({ model, version, languages }: ServingModelParts) {
    this.model = model;
    this.version = version;
    this.languages = languages;
    this.#toneOf = toneMetadata(model.targets.map((target) => model.labels(target)));
  }

  /** The metadata that training gave besides what the ticket itself has. @param text after `prepare` */
  metadataOf(text: Parameters<ToneMetadata>[0]): readonly string[] {
    return this.#toneOf?.(text) ?? [];
  }

  threshold(target: string, precision: number): Threshold {
    const key = `${target} ${precision}`;
    const known = this.#thresholds.get(key) ?? this.model.thresholdFor(target, precision);
    this.#thresholds.set(key, known);
    return known;
  }

  /** Were its confidences right as often as they said, on history that it had not seen? */
  isCalibrated(target: string): boolean {
    const known = this.#calibrated.get(target) ?? hasTrustedConfidence(this.model, target);
    this.#calibrated.set(target, known);
    return known;
  }
}
