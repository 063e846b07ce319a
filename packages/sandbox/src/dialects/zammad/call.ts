import type { Context } from "hono";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { ApiError, recordNotFound } from "./api-error.ts";
import type { ZammadAccount } from "./zammad-account.ts";

export type Params = Record<string, unknown>;

/**
 * Query and body as one set, as the vendor's framework has it: the query wins.
 * @throws ApiError 400 for a body that is no JSON
 */
export async function readParams(c: Context): Promise<Params> {
  const text = c.req.method === "GET" ? "" : await c.req.text();
  const query = Object.fromEntries(new URL(c.req.url).searchParams);
  if (text.trim() === "") return query;
  try {
    const body: unknown = JSON.parse(text);
    return { ...(isRecord(body) ? body : {}), ...query };
  } catch {
    throw new ApiError(400, { error: "Error occurred while parsing request parameters" });
  }
}

/** `expand=true`, in a query or as JSON. */
export function isOn(value: unknown): boolean {
  return value === true || value === "true" || value === "1" || value === 1;
}

/** A page of `items`: `limit` is another name of `per_page`, and asking for more than the cap gives the cap. */
export function pageOf<Item>(items: readonly Item[], params: Params, most: number, usual: number): Item[] {
  const size = Math.min(positive(params.per_page ?? params.limit, usual), most);
  const start = (positive(params.page, 1) - 1) * size;
  return items.slice(start, start + size);
}

function positive(value: unknown, fallback: number): number {
  const number = Math.trunc(Number(value));
  return number > 0 ? number : fallback;
}

/** @throws ApiError 404 */
export function knownTicket({ desk }: ZammadAccount, id: unknown): DeskTicket {
  const ticket = desk.ticket(Number(id));
  if (ticket === undefined || ticket.deleted) throw recordNotFound("Ticket", id);
  return ticket;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `2026-11-01T09:00:00.000Z` */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}

export function instantOrNull(ms: number | null): string | null {
  return ms === null ? null : instant(ms);
}
