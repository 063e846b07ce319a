import { OtaiError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import { ServiceError, statusOf } from "@otai/service-api/service-error";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiError } from "./api-schema.ts";

const codes: Readonly<Record<number, string>> = {
  400: "BAD_REQUEST",
  401: "AUTHENTICATION_ERROR",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "VALIDATION_ERROR",
  429: "RATE_LIMITED",
  503: "SERVICE_UNAVAILABLE",
};

/** The one error shape of all answers that are not 2xx. */
export function errorAnswer<Status extends ContentfulStatusCode>(
  context: Context,
  status: Status,
  detail: string,
  errors: NonNullable<ApiError["errors"]> = [],
) {
  const body: ApiError = {
    error_code: codes[status] ?? "INTERNAL_ERROR",
    detail,
    request_id: context.get("requestId") ?? null,
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
  };
  return context.json(body, status);
}

/** Turns what a handler threw into the error shape. A bug gives a fixed text: no stack, no echo of the input. */
export function answerError(error: unknown, context: Context, log: Log) {
  if (error instanceof ServiceError) {
    const body: ApiError = {
      error_code: error.code,
      detail: error.message,
      request_id: context.get("requestId") ?? null,
      ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
      ...(error.reason === null ? {} : { reason: error.reason }),
    };
    return context.json(body, statusOf[error.code]);
  }
  if (error instanceof HTTPException) return errorAnswer(context, error.status, error.message);
  if (OtaiError.is(error) && error.code === "refused") return errorAnswer(context, 400, error.message);
  log.error({ err: error, path: context.req.path }, "a request failed");
  return errorAnswer(context, 500, "Internal error");
}
