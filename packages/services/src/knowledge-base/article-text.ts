import type { ContentType } from "@otai/service-api/knowledge-base-article";
import { cleanText } from "@otai/text/clean";
import { htmlToText, looksLikeHtml } from "@otai/text/html";
import { decodeEntities } from "@otai/text/html-entities";

export interface ArticleText {
  /** Headings begin with `#`, list items with `-`, table rows are lines. */
  readonly text: string;
  /** Where links lead to: data, never text and never followed. */
  readonly links: readonly string[];
}

const MOST_LINKS = 500;

/** The text of an article that is searched and quoted. Hidden elements, scripts, styles and comments are not in it. */
export function readArticle(content: string, stated: ContentType | undefined): ArticleText {
  const type = stated ?? detectContentType(content);
  if (type === "html") return { text: tidy(htmlToText(markHeadings(content))), links: linksIn(content, HTML_LINK) };
  if (type === "markdown") return { text: tidy(plainMarkdown(content)), links: linksIn(content, MARKDOWN_LINK) };
  return { text: tidy(content), links: [] };
}

export function detectContentType(content: string): ContentType {
  if (looksLikeHtml(content) || /<\/(?:script|style|pre|code|section|article|dl)>/i.test(content)) return "html";
  return /^#{1,6} \S|^```|\]\(https?:\/\/|^\*\*\S/m.test(content) ? "markdown" : "text";
}

const HTML_LINK = /<a\s[^<>]{0,500}?href\s*=\s*["']?(https?:\/\/[^\s"'<>]{1,2000})/gi;
const MARKDOWN_LINK = /\]\(\s*<?(https?:\/\/[^\s<>)"]{1,2000})/gi;

/** Behind the tag, where it is text like any other. */
function markHeadings(html: string): string {
  return html.replace(/<h([1-6])(?:\s[^<>]{0,500})?>/gi, (tag, level: string) => `${tag}${"#".repeat(Number(level))} `);
}

function linksIn(content: string, pattern: RegExp): string[] {
  const links = new Set<string>();
  for (const match of content.matchAll(pattern)) {
    const link = decodeEntities(match[1]!);
    if (URL.canParse(link)) links.add(link);
    if (links.size === MOST_LINKS) break;
  }
  return [...links];
}

function plainMarkdown(markdown: string): string {
  let code = false;
  const lines: string[] = [];
  for (const line of markdown.replace(/<!--[\s\S]*?(?:-->|$)/g, "").split("\n")) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) {
      code = !code;
      continue;
    }
    // A row of dashes between table rows is drawn, not written.
    if (!code && /^\s*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$/.test(line)) continue;
    lines.push(code ? line : plainLine(line));
  }
  return lines.join("\n");
}

function plainLine(line: string): string {
  return line
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,500}(?:\s"[^"]{0,200}")?\)/g, "$1")
    .replace(/(\*\*|__)(\S(?:.{0,200}?\S)?)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_])([*_])(\S(?:.{0,200}?\S)?)\1(?![\p{L}\p{N}*_])/gu, "$2")
    .replace(/`([^`]{1,500})`/g, "$1")
    .replace(/^(\s{0,8})[*+] /, "$1- ")
    .replace(/^\s*\|(.*)\|\s*$/, (_, row: string) =>
      row
        .split("|")
        .map((cell) => cell.trim())
        .join(" "),
    );
}

/** Indentation stays, since in code it has a meaning. */
function tidy(text: string): string {
  return cleanText(text)
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\s+$/g, "");
}
