import type { Band } from "./classify.ts";
import type { Suggestion } from "./suggestion.ts";

/** Where a suggestion's confidence falls, and why, in words for people. */
export function bandOf(suggestion: Suggestion): { band: Band; reason: string } {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  const { confidence, automateThreshold, suggestThreshold, abstainReason } = suggestion;
  if (abstainReason !== null) return { band: "abstain", reason: abstainWords[abstainReason] };
  if (automateThreshold !== null && suggestion.calibrated && confidence >= automateThreshold) {
    if (suggestion.valueProven) {
      return { band: "automate", reason: `${percent(confidence)} sure, ${percent(automateThreshold)} needed` };
    }
    return { band: "suggest", reason: `history contradicts the promised precision for "${suggestion.value}"` };
  }
  if (confidence < suggestThreshold) {
    return {
      band: "abstain",
      reason: `only ${percent(confidence)} sure, ${percent(suggestThreshold)} needed to suggest`,
    };
  }
  const missing =
    automateThreshold === null
      ? "the promised precision is not proven on history yet"
      : suggestion.calibrated
        ? `${percent(automateThreshold)} needed to write`
        : "but how sure it says it is did not hold on history, so nothing is written by it";
  return { band: "suggest", reason: `${percent(confidence)} sure, ${missing}` };
}

const abstainWords: Record<NonNullable<Suggestion["abstainReason"]>, string> = {
  low_confidence: "not sure enough",
  unsupported_language: "the language has too little history",
  novel_topic: "unlike anything in the history",
  empty_text: "no text to judge",
  auto_generated: "written by a machine (auto-reply or spam)",
  invalid_model_output: "the model gave an answer outside the known values",
  conflict: "rule and model disagree",
  model_not_trained: "no model has been trained yet",
  paused: "AI writes are paused",
};
