/** A mail with one byte per character, cut into what tickets are made of. */
export interface Mail extends Readonly<Record<string, string>> {
  readonly subject: string;
  readonly body: string;
  readonly date: string;
  readonly created_at: string;
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly content: string;
}

/** Mails in mails in mails are somebody's attack. */
const deepest = 6;

/** Headers by their own and by their lower-case name, and the text: the plain part where there is one, else the HTML one. */
export function parseMail(source: string): Mail {
  const part = partOf(source);
  const headers: Record<string, string> = {};
  for (const [name, value] of part.headers) {
    const text = decodeWords(value);
    headers[name.toLowerCase()] ??= text;
    headers[name] ??= text;
  }
  const instant = Date.parse(headers.date ?? "");
  const date = Number.isNaN(instant) ? "" : new Date(instant).toISOString();
  return {
    ...headers,
    ...(headers["message-id"] === undefined ? {} : { id: headers["message-id"] }),
    subject: headers.subject ?? "",
    body: (textOf(part, "text/plain", 0) ?? textOf(part, "text/html", 0) ?? "").trim(),
    date,
    // Under the name that helpdesks' exports give it, too.
    created_at: date,
  };
}

function partOf(source: string): Part {
  const end = source.search(/\n\n|^\n/);
  const head = end < 0 ? source : source.slice(0, end);
  const headers = new Map<string, string>();
  // A line that begins with a space goes on with the one before it.
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, content: end < 0 ? "" : source.slice(end).replace(/^\n{1,2}/, "") };
}

function header({ headers }: Part, wanted: string): string {
  for (const [name, value] of headers) if (name.toLowerCase() === wanted) return value;
  return "";
}

/** The first part of this kind, depth first; `null` when there is none. */
function textOf(part: Part, kind: string, depth: number): string | null {
  const type = header(part, "content-type") || "text/plain";
  const boundary = /^multipart\//i.test(type) ? parameter(type, "boundary") : null;
  if (boundary === null) {
    if (!type.toLowerCase().startsWith(kind) || /^attachment/i.test(header(part, "content-disposition"))) return null;
    return decodeBytes(bytesOf(part), parameter(type, "charset") ?? "utf-8");
  }
  if (depth === deepest) return null;
  for (const piece of part.content.split(`--${boundary}`).slice(1)) {
    if (piece.startsWith("--")) break;
    const found = textOf(partOf(piece.replace(/^\n/, "")), kind, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function parameter(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "i").exec(value);
  return found?.[1] ?? found?.[2] ?? null;
}

function bytesOf(part: Part): Buffer {
  const encoding = header(part, "content-transfer-encoding").toLowerCase();
  if (encoding === "base64") return Buffer.from(part.content, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(part.content, "latin1");
  return Buffer.from(unquote(part.content.replace(/=[ \t]*\n/g, "")), "latin1");
}

/** `=C3=BC` → the bytes (RFC 2045). */
function unquote(text: string): string {
  return text.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function decodeBytes(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A name that nobody knows; Latin letters are the best guess.
    return new TextDecoder("latin1").decode(bytes);
  }
}

/** `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=` → `Grüße` (RFC 2047); space between two encoded words is none. */
function decodeWords(value: string): string {
  const word = /=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=/gi;
  if (!/=\?[^?\s]+\?[bq]\?/i.test(value)) return decodeBytes(Buffer.from(value, "latin1"), "utf-8");
  return value.replace(/\?=\s+=\?/g, "?==?").replace(word, (_, charset: string, kind: string, text: string) => {
    const bytes =
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64")
        : Buffer.from(unquote(text.replaceAll("_", " ")), "latin1");
    return decodeBytes(bytes, charset.replace(/\*.*$/, ""));
  });
}
