import type { Progress } from "@otai/intelligence/progress";
import { train } from "@otai/intelligence/train";
import type { SentimentLabel } from "@otai/service-api/enums";
import type { LanguageDetector } from "@otai/text/language";
import { prepare } from "@otai/text/prepare";
import { SentimentModel } from "./sentiment-model.ts";
import { shareOfLanguages } from "./share-of-languages.ts";
import { toneMetadata } from "./tone-metadata.ts";
import { sentimentTarget } from "./tone-target.ts";

export interface LabelledMessage {
  readonly text: string;
  readonly label: SentimentLabel;
  /** The sender: how many rows one of them may contribute is capped. */
  readonly group?: string;
}

export interface TrainSentimentOptions {
  readonly version: string;
  readonly detector: LanguageDetector;
  readonly seed?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** Learns the tone of these messages; what the lexicons say of them is part of what is learned. @throws TrainingError */
export function trainSentiment(
  messages: readonly LabelledMessage[],
  { version, detector, ...options }: TrainSentimentOptions,
): SentimentModel {
  const metadataOf = toneMetadata([[...new Set(messages.map(({ label }) => label))]]);
  const bodies = messages.map(({ text }) => prepare({ subject: "", body: text }).body);
  const examples = messages.map(({ text, label, group }, at) => {
    const metadata = metadataOf?.({ subject: "", body: bodies[at]! }) ?? [];
    return { subject: "", body: text, labels: { [sentimentTarget]: label }, metadata, ...(group && { group }) };
  });
  const model = train(examples, { ...options, targets: [sentimentTarget], retrieval: false });
  return new SentimentModel({ model, version, languages: shareOfLanguages(bodies, detector) });
}
