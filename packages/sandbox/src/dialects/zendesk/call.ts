import type { Context } from "hono";
import type { DeskTicket, DeskUser } from "../../desk/desk-model.ts";
import { ApiError, recordNotFound, tooManyValues, unauthorized } from "./api-error.ts";
import { isDeleted } from "./ticket-json.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

/** A route's path with and without the suffix that the API allows on every resource. */
export function optionalSuffix(path: string): string[] {
  return path.endsWith("/:id") ? [path.replace(/:id$/, ":id{[0-9]+(?:\\.json)?}")] : [path, `${path}.json`];
}

/** The address of this call as the caller sees it, whatever the app is mounted under. */
export function callUrl(c: Context, account: ZendeskAccount): URL {
  const own = new URL(account.apiUrl());
  const asked = new URL(c.req.url);
  return new URL(asked.pathname + asked.search, own);
}

/** A numeric path parameter; anything else is an unknown record. */
export function idParam(c: Context, name = "id"): number {
  const value = Number.parseInt(c.req.param(name) ?? "", 10);
  if (Number.isNaN(value)) throw recordNotFound();
  return value;
}

/** @throws ApiError 404 for an unknown, deleted or spam ticket */
export function knownTicket(account: ZendeskAccount, id: number): DeskTicket {
  const ticket = account.desk.ticket(id);
  if (ticket === undefined || isDeleted(ticket)) throw recordNotFound();
  return ticket;
}

/** @throws ApiError 401 for an anonymous call */
export function callingAgent(c: Context, account: ZendeskAccount): DeskUser {
  const caller = account.caller(c);
  if (caller === null) throw unauthorized();
  return caller;
}

/**
 * The ids of a `show_many` call.
 * @throws ApiError 400 `TooManyValues` for more than 100
 */
export function idList(c: Context): number[] {
  const ids = (c.req.query("ids") ?? "").split(",").filter((part) => part !== "");
  if (ids.length > 100) throw tooManyValues(100);
  return ids.map(Number);
}

/** The object under `key` in the body, `{ticket:{…}}`; a body without it changes nothing. */
export async function bodyObject(c: Context, key: string): Promise<Record<string, unknown>> {
  const body = await jsonBody(c);
  const value = body[key];
  return isRecord(value) ? value : {};
}

/** @throws ApiError 422 for a body that is no JSON; the wording is not confirmed */
export async function jsonBody(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    throw new ApiError(422, { error: "Unprocessable Entity", message: "Server could not parse JSON" });
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
