import type { Severity } from "@otai/service-api/sentiment-alerts";
import type { Judgement } from "./judge.ts";

const medium = 0.5;
const high = 0.75;
const severities: readonly Severity[] = ["low", "medium", "high"];

/** `low` is for what the administrator asked for: a lower line, or words of the own list. */
export function severityOf({ escalation_risk: risk, watched }: Judgement, alertAt: number): Severity | null {
  if (risk >= alertAt) return risk >= high ? "high" : risk >= medium ? "medium" : "low";
  return watched.length > 0 ? "low" : null;
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(least);
}
