import { TransportError } from "./operation-error.ts";

export type RequestData = Record<string, unknown>;

/**
 * A query as the vendor's transport reads it: split on `&` and `;`, cut at a second `=`, a value `0` becomes empty,
 * a repeated key becomes a list (ticket-systems.md, 5, Listing, search and change feed).
 */
export function parseQuery(query: string): RequestData {
  const data: RequestData = {};
  for (const part of query.split(/[&;]/)) {
    const [rawKey = "", rawValue = ""] = part.split("=");
    if (rawKey === "") continue;
    const key = decode(rawKey);
    const text = decode(rawValue);
    const value = text === "0" ? "" : text;
    const before = data[key];
    data[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return data;
}

/**
 * The body of a write.
 * @throws TransportError for anything but a JSON object with content
 */
export function parseBody(text: string): RequestData {
  if (text === "") return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new TransportError("Error while decoding request content.");
  }
  if (!isWellFormed(body)) throw new TransportError("Error while decoding request content.");
  if (!isRecord(body) || Object.keys(body).length === 0) {
    throw new TransportError("Unsupported request content structure.");
  }
  return body;
}

/** A lone surrogate is no Unicode text. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (Array.isArray(value)) return value.every(isWellFormed);
  return !isRecord(value) || Object.entries(value).flat().every(isWellFormed);
}

export function isRecord(value: unknown): value is RequestData {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One value or several, as texts; empty where nothing is given. */
export function textList(value: unknown): string[] {
  if (value === undefined || value === null || value === "") return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** What Perl takes for true. */
export function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== "" && value !== "0";
}

/** A part of an address; what is wrongly escaped stays as it is. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function decode(text: string): string {
  return decodePart(text.replaceAll("+", " "));
}
