import type { AbstainReason, Suggestion } from "@otai/service-api/suggestion";
import type { PreparedText } from "@otai/text/prepare";
import { classifyByDescription } from "./classify-by-description.ts";
import { suggestThreshold } from "./suggest-threshold.ts";
import type { CategorySetting } from "./triage-desk.ts";
import { findUrgencySignal } from "./urgency-signals.ts";

const shown = 5;

/** Category and urgency from descriptions and hard signals alone: the way before there is a model. Nothing of it may be automated. */
export function suggestCold(
  text: PreparedText,
  categories: readonly CategorySetting[],
  gate: AbstainReason | null,
  { topK, tier }: { readonly topK: number; readonly tier: string | null },
): { readonly category: Suggestion; readonly urgency: Suggestion } {
  const whole = `${text.subject}\n${text.body}`;
  const { guesses, evidence } = classifyByDescription(categories)(whole);
  const bodyStart = text.subject.length + 1;
  const best = guesses[0];
  const base = {
    calibrated: false,
    automateThreshold: null,
    suggestThreshold,
    valueProven: false,
    engine: "rules",
  } as const;
  const signal = findUrgencySignal(whole, tier);
  // Without a sign a ticket is neither urgent nor unimportant, and that is not worth suggesting.
  const urgency = { value: signal?.raisesTo ?? "medium", confidence: signal === null ? 0.5 : suggestThreshold };
  return {
    category: {
      ...base,
      field: "category",
      value: best?.value ?? "unclassified",
      confidence: rounded(best?.confidence ?? 0),
      alternatives: guesses
        .filter(({ confidence }) => confidence > 0)
        .slice(0, topK)
        .map(({ value, confidence }) => ({ value, confidence: rounded(confidence) })),
      abstainReason: gate,
      explanation: {
        summary:
          evidence.length === 0
            ? "No word of any description occurs"
            : `Shares words with the description of ${best?.value}`,
        evidence: evidence
          .slice(0, shown)
          .filter(({ start, end }) => end <= text.subject.length || start >= bodyStart)
          .map(({ start, end, weight }) => {
            const inBody = start >= bodyStart;
            const shift = inBody ? bodyStart : 0;
            return {
              field: inBody ? ("body" as const) : ("subject" as const),
              start: start - shift,
              end: end - shift,
              text: whole.slice(start, end),
              weight: rounded(weight),
            };
          }),
        neighbours: [],
      },
    },
    urgency: {
      ...base,
      field: "urgency",
      ...urgency,
      alternatives: [urgency],
      abstainReason: gate,
      explanation: { summary: signal?.sign ?? "No hard signal in the text", evidence: [], neighbours: [] },
    },
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
