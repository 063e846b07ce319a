import { decodeEntities } from "./html-entities.ts";
import { type Attributes, scanHtml } from "./html-tokens.ts";
import { isVisible, type Look, lookOf, plainLook } from "./html-visibility.ts";

/** Longer HTML is read up to here, in UTF-16 units: the text of an honest mail is long over by then. */
export const MAX_HTML = 1_000_000;
/** Elements inside each other that are told apart; deeper ones take the place of the innermost. */
const MAX_DEPTH = 256;

/**
 * The text that a person sees in the HTML: paragraphs, list items, headings and table rows as lines, quotations with `> `
 * in front. Scripts, styles, comments and hidden elements are left out. Never throws; linear in the length of the input;
 * the answer is at most twice as long. Blanks are not folded where the HTML did not say so.
 */
export function htmlToText(html: string): string {
  const writer = new TextWriter();
  scanHtml(html.length > MAX_HTML ? html.slice(0, MAX_HTML) : html, writer);
  return writer.result();
}

/** Is this HTML although nobody said so? Only a closing tag, a line break or a doctype count: `a < b` and `<you@x.example>` do not. */
export function looksLikeHtml(text: string): boolean {
  return (
    text.includes("<") &&
    /<\/(?:p|div|span|td|table|body|html|ul|ol|li|a|b|i|strong|em|font|h[1-6])>|<br ?\/?>|<!doctype html/i.test(text)
  );
}

/** Text made safe for an HTML text node or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** The same text as HTML: escaped, every line break as `<br>`. */
export function textToHtml(text: string): string {
  return escapeHtml(text).replace(/\r\n?|\n/g, "<br>");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const VOID = words("br hr img input meta link area base col embed source track wbr param");
/** Without text for a reader. */
const SILENT = words("template object svg math audio video canvas select datalist");
const LINE = words(
  "div li tr table tbody thead tfoot dt dd address article aside footer header main nav section figure figcaption form fieldset center details summary caption option",
);
const PARAGRAPH = words("p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote");
/** An opening tag of the key closes an open element of the value, as browsers do it, unless `table` or a list lies between. */
const CLOSES: Readonly<Record<string, ReadonlySet<string>>> = {
  li: words("li"),
  tr: words("tr td th"),
  td: words("td th"),
  th: words("td th"),
  p: words("p"),
  dt: words("dt dd"),
  dd: words("dt dd"),
};
const FENCE = words("table ul ol dl blockquote div");

interface Frame {
  readonly name: string;
  readonly look: Look;
  readonly silent: boolean;
}

class TextWriter {
  readonly #parts: string[] = [];
  readonly #frames: Frame[] = [{ name: "", look: plainLook, silent: false }];
  #quotes = 0;
  #verbatim = 0;
  /** Line ends owed before the next word. */
  #breaks = 0;
  #blank = false;
  #lineStart = true;

  text(raw: string): void {
    const { look, silent } = this.#top();
    if (silent || !isVisible(look)) return;
    const text = decodeEntities(raw);
    if (this.#verbatim > 0) {
      const lines = text.split("\n");
      for (let i = 0; i < lines.length; i++) {
        if (i > 0) this.#breaks = Math.min(2, this.#breaks + 1);
        if (lines[i]!.trim() !== "") this.#write(lines[i]!);
      }
      return;
    }
    const folded = text.replace(/\s+/g, " ");
    if (folded.startsWith(" ")) this.#blank = true;
    const word = folded.trim();
    if (word === "") return;
    this.#write(word);
    this.#blank = folded.endsWith(" ");
  }

  open(name: string, attributes: Attributes): void {
    if (name === "br") this.#breaks = Math.min(2, this.#breaks + 1);
    else if (name === "hr") this.#breaks = 2;
    if (VOID.has(name)) return;
    const closes = CLOSES[name];
    if (closes !== undefined) this.#closeImplied(closes);
    this.#separate(name);
    const outer = this.#top();
    const look = lookOf(attributes, outer.look);
    const silent = outer.silent || SILENT.has(name);
    if (this.#frames.length >= MAX_DEPTH) this.#pop();
    this.#frames.push({ name, look, silent });
    if (name === "blockquote") this.#quotes++;
    else if (name === "pre") this.#verbatim++;
    else if (name === "li" && !silent && isVisible(look)) this.#write("- ");
  }

  close(name: string): void {
    for (let depth = this.#frames.length - 1; depth > 0; depth--) {
      if (this.#frames[depth]!.name !== name) continue;
      this.#separate(name);
      while (this.#frames.length > depth) this.#pop();
      return;
    }
    if (name === "p") this.#breaks = 2;
  }

  result(): string {
    return this.#parts.join("");
  }

  #top(): Frame {
    return this.#frames[this.#frames.length - 1]!;
  }

  #pop(): void {
    const frame = this.#frames.pop();
    if (frame?.name === "blockquote") this.#quotes--;
    else if (frame?.name === "pre") this.#verbatim--;
  }

  #closeImplied(names: ReadonlySet<string>): void {
    for (let depth = this.#frames.length - 1; depth > 0; depth--) {
      const { name } = this.#frames[depth]!;
      if (FENCE.has(name)) return;
      if (!names.has(name)) continue;
      while (this.#frames.length > depth) this.#pop();
      return;
    }
  }

  #separate(name: string): void {
    if (PARAGRAPH.has(name)) this.#breaks = 2;
    else if (LINE.has(name)) this.#breaks = Math.max(1, this.#breaks);
    else if (name === "td" || name === "th") this.#blank = true;
  }

  #write(text: string): void {
    if (this.#breaks > 0 && this.#parts.length > 0) {
      this.#parts.push(this.#breaks > 1 ? "\n\n" : "\n");
      this.#lineStart = true;
    }
    if (this.#lineStart) {
      if (this.#quotes > 0) this.#parts.push("> ");
    } else if (this.#blank) this.#parts.push(" ");
    this.#parts.push(text);
    this.#breaks = 0;
    this.#blank = false;
    this.#lineStart = false;
  }
}
