import type { Note } from "@otai/plugin-api/message";
import type { Suggestion } from "@otai/service-api/suggestion";
import { escapeHtml } from "@otai/text/html";
import type { Decision } from "../policy/decision.ts";

const bandWords: Record<Decision["decision"], string> = {
  automate: "written",
  suggest: "suggested",
  abstain: "left alone",
  shadow: "shadow",
};

/** The private note that explains a triage. Every part is escaped: ticket text is data, never markup. */
export function triageNote(runId: string, decisions: readonly Decision[], suggestions: readonly Suggestion[]): Note {
  const marker = `ai-note triage ${runId}`;
  const lines = decisions
    .filter((decision) => decision.value !== null && decision.field !== "tags")
    .map((decision) => {
      const sure = decision.confidence === null ? "" : ` (${Math.round(decision.confidence * 100)} %)`;
      return `${decision.field}: ${decision.value}${sure}, ${bandWords[decision.decision]}: ${decision.reason}`;
    });
  const evidence = [
    ...new Set(suggestions.flatMap((suggestion) => suggestion.explanation.evidence.map((item) => item.text))),
  ];
  const because = evidence.length === 0 ? [] : [`Because of: ${evidence.slice(0, 5).join(", ")}`];
  const text = ["AI triage", ...lines, ...because, marker].join("\n");
  const html = `<strong>AI triage</strong><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>${because
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join("")}<p><small>${escapeHtml(marker)}</small></p>`;
  return { html, text, marker };
}
