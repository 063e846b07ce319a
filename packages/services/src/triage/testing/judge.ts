import type { Prediction } from "@otai/intelligence/model";
import type { Classification } from "@otai/service-api/classify";
import { createLanguageDetector } from "@otai/text/language";
import { classify, type Tone } from "../classify.ts";
import type { TriageDesk } from "../triage-desk.ts";
import { sampleDesk, sampleRequest, trainSample } from "./samples.ts";

export const negative: Tone = { label: "negative", confidence: 0.91, calibrated: true };
export const serving = trainSample();
export const trained = sampleDesk({ serving, precision: { queue: 0.9, priority: 0.9 } });
export const twice = {
  subject: "Charged twice",
  body: "Hello, I was charged twice on my card, the invoice is wrong. Thank you.",
};

export type JudgeText = (
  given?: Parameters<typeof sampleRequest>[0],
  desk?: TriageDesk,
  tone?: Tone,
) => Omit<Classification, "latency_ms">;

/** `classify` with the given tone, by default over the sample's model. */
export async function openJudge(): Promise<JudgeText> {
  const detector = await createLanguageDetector();
  return (given = {}, desk = trained, tone = negative) =>
    classify(sampleRequest(given), { desk, detector, judgeTone: () => tone, id: "c-1" });
}

/** The sample's model, which answers what it is told; every value is proven from 0.9 on. */
export function lying(answer: (target: string) => Partial<Prediction>): TriageDesk {
  const liar = trainSample();
  const honest = liar.model.classify.bind(liar.model);
  liar.model.classify = (input, options) =>
    Object.fromEntries(
      Object.entries(honest(input, options)).map(([target, said]) => [target, { ...said, ...answer(target) }]),
    );
  liar.model.thresholdFor = () => ({ threshold: 0.9, coverage: 1, vetoed: [] }) as never;
  return sampleDesk({ serving: liar, precision: { queue: 0.9, priority: 0.9 } });
}

export function sure(confidence: number): Partial<Prediction> {
  return { confidence, novel: false };
}
