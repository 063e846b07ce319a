import { escapeHtml } from "../desk/html-text.ts";

/** What a customer wrote, in the parts that a mail has. */
export interface Letter {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  /** Sign-off, name, signature; empty where nobody signs. */
  farewell: string;
  /** Quoted thread, disclaimer, device line. */
  tail: string;
}

export function letterText({ greeting, paragraphs, farewell, tail }: Letter): string {
  return [greeting, ...paragraphs, farewell, tail].filter((part) => part !== "").join("\n\n");
}

/** The HTML part of the mail; `hidden` goes into a comment that no reader sees. */
export function letterHtml({ greeting, paragraphs, farewell, tail }: Letter, hidden = ""): string {
  const block = (text: string) => (text === "" ? "" : `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>`);
  const quote =
    tail === "" ? "" : `<blockquote>${escapeHtml(tail.replace(/^> ?/gm, "")).replaceAll("\n", "<br>")}</blockquote>`;
  const comment = hidden === "" ? "" : `<!-- ${hidden} -->`;
  return `<html><body>${[greeting, ...paragraphs].map(block).join("")}${comment}${block(farewell)}${quote}</body></html>`;
}
