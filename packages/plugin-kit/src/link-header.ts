import type { HttpHeaders } from "./http-answer.ts";

/** Does the answer name a next page (`Link: <…>; rel="next"`, RFC 8288)? */
export function hasNextPage(headers: HttpHeaders): boolean {
  return /;\s*rel\s*=\s*"?next\b/i.test(headers.link ?? "");
}
