/**
 * What a failure concerns. `ticket`: only this one; `connection`: every call to this account;
 * `config`: somebody must change the configuration; `bug`: ours.
 */
export type ErrorScope = "ticket" | "connection" | "config" | "bug";

/** `later`: the same again after a while; `reread`: look at the ticket and decide anew; `never`: it will not help. */
export type Retry = "never" | "later" | "reread";

/** Who has to do something, if anybody. */
export type Actor = "nobody" | "administrator" | "vendor" | "developer";

export interface ErrorFacts {
  /** Of the request, without query string and credentials. */
  readonly url?: string;
  readonly status?: number;
  /** Wait at least so long before the next try. */
  readonly retryAfterMs?: number;
  /** True when a write may have happened all the same. */
  readonly outcomeUnknown?: boolean;
  readonly cause?: unknown;
}

const marker = Symbol.for("otai.error");

/** Base of all typed errors. One table on these three properties drives snooze, breaker and dead letter. */
export class OtaiError extends Error {
  readonly [marker] = true;
  readonly code: string;
  readonly scope: ErrorScope;
  readonly retry: Retry;
  readonly actor: Actor;
  readonly url: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly outcomeUnknown: boolean;

  constructor(
    code: string,
    kind: { scope: ErrorScope; retry: Retry; actor: Actor },
    message: string,
    facts: ErrorFacts = {},
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.code = code;
    this.scope = kind.scope;
    this.retry = kind.retry;
    this.actor = kind.actor;
    this.url = facts.url;
    this.status = facts.status;
    this.retryAfterMs = facts.retryAfterMs;
    this.outcomeUnknown = facts.outcomeUnknown ?? false;
  }

  /** Recognises errors of another copy of this package too. */
  static is(error: unknown): error is OtaiError {
    return typeof error === "object" && error !== null && (error as Record<symbol, unknown>)[marker] === true;
  }
}

/** 401: the key or token is wrong. */
export class AuthenticationError extends OtaiError {
  constructor(message: string, facts?: ErrorFacts) {
    super("authentication", { scope: "connection", retry: "later", actor: "administrator" }, message, facts);
  }
}

/** 403: the account behind the key lacks a right. */
export class PermissionError extends OtaiError {
  constructor(message: string, facts?: ErrorFacts) {
    super("permission", { scope: "ticket", retry: "never", actor: "administrator" }, message, facts);
  }
}

/** The ticket, contact or article does not exist (any more). */
export class NotFoundError extends OtaiError {
  constructor(message: string, facts?: ErrorFacts) {
    super("not-found", { scope: "ticket", retry: "never", actor: "nobody" }, message, facts);
  }
}

/** Deleted, spam or closed for good: takes no changes. */
export class ClosedTicketError extends OtaiError {
  constructor(message: string, facts?: ErrorFacts) {
    super("closed-ticket", { scope: "ticket", retry: "never", actor: "nobody" }, message, facts);
  }
}

/** Somebody changed the ticket since it was read. */
export class ConflictError extends OtaiError {
  constructor(message: string, facts?: ErrorFacts) {
    super("conflict", { scope: "ticket", retry: "reread", actor: "nobody" }, message, facts);
  }
}

/** The system understood and refused what was asked; `fields` names what it did not like. */
export class RefusedError extends OtaiError {
  readonly fields: readonly { readonly field: string; readonly message: string }[];

  constructor(message: string, fields: readonly { field: string; message: string }[] = [], facts?: ErrorFacts) {
    super("refused", { scope: "ticket", retry: "never", actor: "administrator" }, message, facts);
    this.fields = fields;
  }
}

/** 429, or our own budget for the endpoint class is used up. Burns no attempt. */
export class RateLimitedError extends OtaiError {
  constructor(message: string, facts: ErrorFacts & { retryAfterMs: number }) {
    super("rate-limited", { scope: "connection", retry: "later", actor: "nobody" }, message, facts);
  }
}

/** Network fault, time-out, 5xx. */
export class UnavailableError extends OtaiError {
  constructor(message: string, facts?: ErrorFacts) {
    super("unavailable", { scope: "connection", retry: "later", actor: "vendor" }, message, facts);
  }
}

/** The server's certificate is not trusted on this machine: a missing CA, an expired certificate, another name in it. */
export class CertificateError extends OtaiError {
  constructor(message: string, facts?: ErrorFacts) {
    super("certificate", { scope: "connection", retry: "later", actor: "administrator" }, message, facts);
  }
}

/** An answer that is not what the API promises: HTML for JSON, a missing key. Mostly a wrong address or a proxy in between. */
export class UnexpectedAnswerError extends OtaiError {
  constructor(message: string, facts?: ErrorFacts) {
    super("unexpected-answer", { scope: "connection", retry: "later", actor: "administrator" }, message, facts);
  }
}

/** The configuration is wrong; the message says what, where and how to give it. */
export class ConfigError extends OtaiError {
  constructor(message: string, facts?: ErrorFacts) {
    super("config", { scope: "config", retry: "never", actor: "administrator" }, message, facts);
  }
}
