import type { FieldValue, Instant } from "@otai/plugin-api/ticket";
import { cutText } from "@otai/text/clean";
import { htmlToText, looksLikeHtml } from "@otai/text/html";
import { z } from "zod";
import { aliases, type PayloadField, valueAt } from "./payload-fields.ts";

/** Fields that are one value; the rest of {@link PayloadField} are lists and maps. */
export type ScalarField = Exclude<PayloadField, "tags" | "messages" | "custom_fields">;
export type Paths = Readonly<Partial<Record<PayloadField, readonly string[]>>>;

/** Nobody reads more of one message, and one sender must not fill the disk. */
const longestText = 200_000;
const mostMessages = 1_000;

const scalar = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).toWellFormed().replaceAll("\0", "").trim());

/** A field by its configured paths, then by its usual names; `null` when all are empty or no plain value. */
export function readField(payload: unknown, field: ScalarField, paths: Paths): string | null {
  for (const place of placesOf(field, paths)) {
    const { data: text } = scalar.safeParse(valueAt(payload, place));
    if (text !== undefined && text !== "") return cutText(text, longestText);
  }
  return null;
}

/** A text that may be HTML, said or seen, as plain text. */
export function readText(payload: unknown, field: "subject" | "body", paths: Paths): string | null {
  const text = readField(payload, field, paths);
  return text === null ? null : plain(text, readField(payload, "content_type", paths));
}

/** ISO 8601 (without a zone: UTC), or seconds or milliseconds since 1970; `null` for anything else. */
export function readInstant(payload: unknown, field: ScalarField, paths: Paths): Instant | null {
  return instantOf(readField(payload, field, paths));
}

export function readTags(payload: unknown, paths: Paths): readonly string[] | null {
  const value = placesOf("tags", paths)
    .map((place) => valueAt(payload, place))
    .find((found) => found != null);
  if (value === undefined) return null;
  const list = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : [];
  const tags = list.flatMap((tag) => scalar.safeParse(tag).data ?? []).filter((tag) => tag !== "");
  return [...new Set(tags)].slice(0, 200);
}

export function readCustomFields(payload: unknown, paths: Paths): Readonly<Record<string, FieldValue>> {
  const value = placesOf("custom_fields", paths)
    .map((place) => valueAt(payload, place))
    .find((found) => found != null);
  const parsed = z.record(z.string(), z.unknown()).safeParse(value).data ?? {};
  const entries = Object.entries(parsed).flatMap(([key, one]): [string, FieldValue][] => {
    const known = fieldValue.safeParse(one);
    return known.success && key !== "" ? [[key, known.data]] : [];
  });
  return Object.fromEntries(entries.slice(0, 200));
}

const fieldValue = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null(), z.array(z.string()).max(200)]);

/** An entry of `messages[]`. */
export interface PayloadMessage {
  readonly id: string | null;
  readonly role: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly body: string;
  readonly private: boolean;
  readonly createdAt: Instant | null;
}

const messageNames: Readonly<
  Record<"id" | "role" | "authorId" | "authorName" | "body" | "createdAt", readonly string[]>
> = {
  id: ["message_id", "id"],
  role: ["role", "sender"],
  authorId: ["author_id", "agent_id", "customer_id"],
  authorName: ["author_name", "author"],
  body: ["body", "content", "text"],
  createdAt: ["created_at", "timestamp"],
};

/** Entries without a text are left out. */
export function readMessages(payload: unknown, paths: Paths): readonly PayloadMessage[] {
  const value = placesOf("messages", paths)
    .map((place) => valueAt(payload, place))
    .find(Array.isArray);
  return ((value ?? []) as readonly unknown[]).slice(-mostMessages).flatMap((entry) => {
    const read = (name: keyof typeof messageNames) => firstScalar(entry, messageNames[name]);
    const body = read("body");
    if (body === null) return [];
    return {
      id: read("id"),
      role: read("role"),
      authorId: read("authorId"),
      authorName: read("authorName"),
      body: plain(cutText(body, longestText), firstScalar(entry, ["content_type"])),
      private: valueAt(entry, "private") === true,
      createdAt: instantOf(read("createdAt")),
    };
  });
}

function firstScalar(value: unknown, names: readonly string[]): string | null {
  for (const name of names) {
    const { data: text } = scalar.safeParse(valueAt(value, name));
    if (text !== undefined && text !== "") return text;
  }
  return null;
}

function placesOf(field: PayloadField, paths: Paths): readonly string[] {
  return [...(paths[field] ?? []), ...(aliases[field] ?? [field])];
}

function plain(text: string, contentType: string | null): string {
  const isHtml = contentType === null ? looksLikeHtml(text) : /^text\/html\b/i.test(contentType);
  return isHtml ? htmlToText(text).trim() : text;
}

/** Below it a number is read as seconds: in milliseconds that would be January 1970. */
const leastMilliseconds = 100_000_000_000;

function instantOf(text: string | null): Instant | null {
  if (text === null) return null;
  if (/^\d{1,15}(\.\d+)?$/.test(text)) {
    const number = Number(text);
    return Math.round(number < leastMilliseconds ? number * 1000 : number);
  }
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (iso === null) return null;
  const zone = iso[3] === undefined || iso[3] === "UTC" ? "Z" : iso[3];
  const instant = Date.parse(`${iso[1]}T${iso[2] ?? "00:00"}${zone}`);
  return Number.isNaN(instant) ? null : instant;
}
