/** Codes of the published error shape, each with its HTTP status. */
export const statusOf = {
  BAD_REQUEST: 400,
  AUTHENTICATION_ERROR: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  VALIDATION_ERROR: 422,
  NOT_ELIGIBLE: 422,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
  EXTERNAL_SERVICE_ERROR: 502,
  SERVICE_UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What a service answers instead of a judgement. The message goes to the caller: no secrets, no input echoed. */
export class ServiceError extends Error {
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];
  /** Machine-readable, for `NOT_ELIGIBLE`. */
  readonly reason: string | null;

  constructor(
    code: ErrorCode,
    detail: string,
    more: { readonly errors?: readonly FieldError[]; readonly reason?: string } = {},
  ) {
    super(detail);
    this.name = "ServiceError";
    this.code = code;
    this.errors = more.errors ?? [];
    this.reason = more.reason ?? null;
  }

  static field(field: string, message: string): ServiceError {
    return new ServiceError("VALIDATION_ERROR", "Request validation failed", { errors: [{ field, message }] });
  }
}
