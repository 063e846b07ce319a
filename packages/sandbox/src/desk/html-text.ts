const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  nbsp: " ",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char]!);
}

function textToHtml(text: string): string {
  return `<div>${escapeHtml(text).replace(/\r?\n/g, "<br>")}</div>`;
}

/** Plain text as helpdesks derive it: tags gone, block ends as line breaks, the common entities resolved. */
export function htmlToText(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]*>[^<]*<\/\1>/gi, "")
    .replace(/<(br|\/p|\/div|\/li|\/ul|\/h[1-6])\b[^>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The HTML of a message, made from its text when it was written as plain text. */
export function htmlOf(message: { text: string; html: string | null }): string {
  return message.html ?? textToHtml(message.text);
}
