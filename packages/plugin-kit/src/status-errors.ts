import {
  AuthenticationError,
  ConflictError,
  NotFoundError,
  type OtaiError,
  PermissionError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
  UnexpectedAnswerError,
} from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import type { RawAnswer } from "./http-answer.ts";
import { defaultRetryAfterMs, readRetryAfter } from "./retry-after.ts";

/** A vendor's error body in words. */
export interface Explanation {
  readonly message: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
}

export type Explain = (status: number, body: unknown, text: string) => Explanation;

/** Gateways answer these for a server that is restarting: another try in a moment may help. */
export const passingStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/** The typed error for an answer, or `null` when it is a good one (2xx with JSON or nothing). */
export function errorForAnswer(answer: RawAnswer, explain: Explain, now: Instant): OtaiError | null {
  const { status, method, url } = answer;
  const host = new URL(url).host;
  const facts = { url, status };
  if (status < 300) return notJson(answer, host);
  if (status < 400) {
    return new UnexpectedAnswerError(
      `${host} sends us elsewhere (${status}) instead of answering: is the address right?`,
      facts,
    );
  }
  const explanation = explain(status, answer.body, answer.text);
  const said = `${method} ${url}: ${explanation.message}`;
  if (status === 429) {
    const retryAfterMs = readRetryAfter(answer.headers["retry-after"], now) ?? defaultRetryAfterMs;
    return new RateLimitedError(said, { ...facts, retryAfterMs });
  }
  if (status === 401) return new AuthenticationError(said, facts);
  if (status >= 500 || status === 408) {
    const wait = readRetryAfter(answer.headers["retry-after"], now);
    return new UnavailableError(said, {
      ...facts,
      outcomeUnknown: method !== "GET",
      ...(wait === null ? {} : { retryAfterMs: wait }),
    });
  }
  // A login page or a proxy's own 403 and 404 say nothing about a right or a ticket.
  if (isWebPage(answer)) return webPage(answer, host);
  if (status === 403) return new PermissionError(said, facts);
  if (status === 404 || status === 410) return new NotFoundError(said, facts);
  if (status === 409) return new ConflictError(said, facts);
  return new RefusedError(said, explanation.fields ?? [], facts);
}

function notJson(answer: RawAnswer, host: string): OtaiError | null {
  if (answer.body !== undefined || answer.text.trim() === "") return null;
  if (isWebPage(answer)) return webPage(answer, host);
  const message = `${answer.method} ${answer.url}: ${host} answered something that is not JSON: is the address right, or is a proxy in between?`;
  return new UnexpectedAnswerError(message, {
    url: answer.url,
    status: answer.status,
    outcomeUnknown: answer.method !== "GET",
  });
}

function isWebPage(answer: RawAnswer): boolean {
  return answer.body === undefined && /^\s*(<!doctype|<html|<\?xml|<!--)/i.test(answer.text);
}

function webPage(answer: RawAnswer, host: string): UnexpectedAnswerError {
  const message = `${host} answered a web page instead of data (${answer.method} ${answer.url}, status ${answer.status}): is the domain right, or is a proxy or login page in between?`;
  return new UnexpectedAnswerError(message, {
    url: answer.url,
    status: answer.status,
    outcomeUnknown: answer.method !== "GET" && answer.status < 400,
  });
}
