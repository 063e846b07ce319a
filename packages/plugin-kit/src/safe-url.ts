/** A URL for logs and messages: origin and path alone, for query strings and user info may hold secrets. */
export function safeUrl(url: string | URL): string {
  const parsed = typeof url === "string" ? (URL.canParse(url) ? new URL(url) : null) : url;
  return parsed === null ? "(not a URL)" : `${parsed.origin}${parsed.pathname}`;
}
