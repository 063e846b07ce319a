import type { Note } from "@otai/plugin-api/message";

import { escapeHtml } from "@otai/text/html";
import type { EvaluationAnswer } from "../ports/services.ts";

const percent = (score: number): string => `${Math.round(score * 100)}%`;

/** `first_response` → `First Response` */
function pretty(name: string): string {
  return name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** The private note with the score of a conversation (D37): escaped, names made readable, what does not apply left out. */
export function qaNote({ overall_score, dimensions, coaching_notes, evaluation_id }: EvaluationAnswer): Note {
  const marker = `ai-note qa ${evaluation_id}`;
  const scores = Object.entries(dimensions).map(([name, score]) => ({ name: pretty(name), score: percent(score) }));
  const coaching = coaching_notes.join(", ");
  const items = scores.map(({ name, score }) => `<li><strong>${escapeHtml(name)}</strong>: ${score}</li>`).join("");
  return {
    marker,
    html:
      `<strong>QA Score: ${percent(overall_score)}</strong><ul>${items}</ul>` +
      `${coaching === "" ? "" : `<p><strong>Coaching notes:</strong> ${escapeHtml(coaching)}</p>`}` +
      `<small>${escapeHtml(marker)}</small>`,
    text: [
      `QA Score: ${percent(overall_score)}`,
      ...scores.map(({ name, score }) => `- ${name}: ${score}`),
      ...(coaching === "" ? [] : [`Coaching notes: ${coaching}`]),
      marker,
    ].join("\n"),
  };
}
