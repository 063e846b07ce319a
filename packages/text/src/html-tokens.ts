export type Attributes = Readonly<Record<string, string>>;

export interface HtmlVisitor {
  /** Text between tags, entities not yet decoded. */
  text(raw: string): void;
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
}

/** Their content is not markup (HTML Living Standard, 13.1.2), and none of it is text for a reader. */
const RAW: ReadonlySet<string> = new Set([
  "script",
  "style",
  "title",
  "textarea",
  "iframe",
  "noembed",
  "noframes",
  "xmp",
]);
const READ: ReadonlySet<string> = new Set(["style", "hidden", "color", "bgcolor", "background"]);
const NONE: Attributes = Object.freeze({});

/**
 * Walks over HTML once, from left to right; comments, declarations and the content of raw elements are passed over.
 * Every character is looked at a bounded number of times whatever the input is: a parser that keeps a list of open
 * elements and searches it takes seconds on a megabyte of unclosed tags.
 */
export function scanHtml(html: string, visitor: HtmlVisitor): void {
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    if (tag < 0) {
      visitor.text(html.slice(at));
      return;
    }
    if (tag > at) visitor.text(html.slice(at, tag));
    const next = html.charCodeAt(tag + 1);
    if (next === BANG || next === QUESTION) {
      const comment = html.startsWith("<!--", tag);
      const end = html.indexOf(comment ? "-->" : ">", comment ? tag + 2 : tag);
      if (end < 0) return;
      at = end + (comment ? 3 : 1);
    } else if (isLetter(next) || (next === SLASH && isLetter(html.charCodeAt(tag + 2)))) {
      const element = readTag(html, tag, next === SLASH);
      // A tag without an end is no tag. Reading on behind it would try again at each later one: the rest is text.
      if (element === null) {
        visitor.text(html.slice(tag));
        return;
      }
      at = element.end;
      if (next === SLASH) visitor.close(element.name);
      else if (RAW.has(element.name)) at = endOfRaw(html, element.name, at);
      else visitor.open(element.name, element.attributes);
    } else {
      visitor.text("<");
      at = tag + 1;
    }
  }
}

const BANG = 33;
const QUESTION = 63;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

interface Tag {
  readonly name: string;
  readonly attributes: Attributes;
  /** Index behind the `>`. */
  readonly end: number;
}

function readTag(html: string, start: number, closing: boolean): Tag | null {
  let at = start + (closing ? 2 : 1);
  const nameStart = at;
  while (at < html.length && !endsName(html.charCodeAt(at))) at++;
  const name = html.slice(nameStart, Math.min(at, nameStart + 32)).toLowerCase();
  let attributes: Record<string, string> | null = null;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === GREATER) return { name, attributes: attributes ?? NONE, end: at + 1 };
    if (isBlank(code) || code === SLASH || code === EQUALS) {
      at++;
      continue;
    }
    const keyStart = at;
    while (at < html.length && !endsName(html.charCodeAt(at)) && html.charCodeAt(at) !== EQUALS) at++;
    const keyEnd = at;
    while (at < html.length && isBlank(html.charCodeAt(at))) at++;
    let value = "";
    if (html.charCodeAt(at) === EQUALS) {
      at++;
      while (at < html.length && isBlank(html.charCodeAt(at))) at++;
      const quote = html.charCodeAt(at);
      const valueStart = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE ? at + 1 : at;
      if (valueStart > at) {
        at = html.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", valueStart);
        if (at < 0) return null;
        value = html.slice(valueStart, at++);
      } else {
        while (at < html.length && html.charCodeAt(at) !== GREATER && !isBlank(html.charCodeAt(at))) at++;
        value = html.slice(valueStart, at);
      }
    }
    const key = keyEnd - keyStart > 10 ? "" : html.slice(keyStart, keyEnd).toLowerCase();
    if (READ.has(key)) {
      attributes ??= {};
      attributes[key] ??= value;
    }
  }
  return null;
}

const endsName = (code: number): boolean => code === GREATER || code === SLASH || isBlank(code);

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  const found = end.exec(html);
  if (found === null) return html.length;
  const close = html.indexOf(">", found.index);
  return close < 0 ? html.length : close + 1;
}
