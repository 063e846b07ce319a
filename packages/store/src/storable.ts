/** PostgreSQL's text knows no NUL character, and mail bodies do contain some. */
export function storable(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}
