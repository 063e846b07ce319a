import type { Urgency } from "@otai/service-api/urgency";
import { findUrgencySignal } from "./urgency-signals.ts";

/** Before anything was learned only hard signals tell; without one a ticket is neither urgent nor unimportant. */
export function urgencyOfText(text: string): {
  readonly value: Urgency;
  readonly confidence: number;
  readonly sign: string | null;
} {
  const signal = findUrgencySignal(text);
  if (signal === null) return { value: "medium", confidence: 0.5, sign: null };
  return {
    value: signal.urgency,
    confidence: 0.7,
    sign: `a sign of ${signal.signal}: "${text.slice(signal.start, signal.end)}"`,
  };
}
