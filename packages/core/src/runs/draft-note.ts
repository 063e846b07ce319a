import type { Note } from "@otai/plugin-api/message";

import { escapeHtml, textToHtml } from "@otai/text/html";
import type { DraftAnswer } from "../ports/services.ts";

/** The private note that offers a draft (D24): every part is escaped, paragraphs stay paragraphs, no markup of a model gets through. */
export function draftNote({ draft, draft_id, confidence, citations }: DraftAnswer): Note {
  const marker = `ai-note draft ${draft_id}`;
  const sure = `(confidence: ${Math.round(confidence * 100)}%)`;
  const hint = "Copy and edit this draft before sending.";
  const sources = citations.map(({ index, title, url }) => `[${index}] ${title}${url === null ? "" : ` (${url})`}`);
  const list =
    sources.length === 0 ? "" : `<ul>${sources.map((source) => `<li>${escapeHtml(source)}</li>`).join("")}</ul>`;
  return {
    marker,
    html:
      `<strong>AI Draft Response</strong> ${sure}<br><br>${textToHtml(draft)}<br><br>` +
      `<em>${hint}</em>${list}<br><small>${escapeHtml(marker)}</small>`,
    text: [
      `AI Draft Response ${sure}`,
      draft,
      hint,
      ...(sources.length === 0 ? [] : [sources.join("\n")]),
      marker,
    ].join("\n\n"),
  };
}
