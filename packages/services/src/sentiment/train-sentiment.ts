import type { Progress } from "@otai/intelligence/progress";
import { train } from "@otai/intelligence/train";
import type { SentimentLabel } from "@otai/service-api/enums";
import type { LanguageDetector } from "@otai/text/language";
import { prepare } from "@otai/text/prepare";
import { judgeLanguage } from "./judge-language.ts";
import { builtInLexicons } from "./lexicon/built-in.ts";
import { SentimentModel, sentimentTarget } from "./sentiment-model.ts";
import { toneTokens } from "./tone-tokens.ts";
import { wordsOf } from "./words.ts";

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
  const lexicons = builtInLexicons();
  const counts = new Map<string, number>();
  const examples = messages.map(({ text, label, group }) => {
    const { body } = prepare({ subject: "", body: text });
    const language = judgeLanguage(body, wordsOf(body), { lexicons, detector, hint: null });
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
    const labels = { [sentimentTarget]: label };
    return { subject: "", body: text, labels, metadata: toneTokens(body, lexicons), ...(group && { group }) };
  });
  const model = train(examples, { ...options, targets: [sentimentTarget], retrieval: false });
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const languages = Object.fromEntries([...counts].map(([language, count]) => [language, count / known]));
  return new SentimentModel({ model, version, languages });
}
