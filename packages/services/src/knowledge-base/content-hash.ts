import { createHash } from "node:crypto";
import type { ArticleRecord } from "../ports/knowledge-base.ts";

type Content = Pick<ArticleRecord, "title" | "text" | "tags" | "visibility" | "status" | "language">;

/** Equal hash, equal article: order and doubling of tags, blanks and case of the title's edges do not count. */
export function contentHash({ title, text, tags, visibility, status, language }: Content): string {
  const content = [title.trim(), text, [...new Set(tags)].sort(), visibility, status, language];
  return `sha256:${createHash("sha256").update(JSON.stringify(content)).digest("hex")}`;
}

/** How articles without an id of their own are recognised. */
export function titleKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
