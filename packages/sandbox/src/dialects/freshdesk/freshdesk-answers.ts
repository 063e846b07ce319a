/** Error bodies of the vendor. ticket-systems.md, 2 Freshdesk, Errors. */

export interface FieldProblem {
  field: string;
  message: string;
  code: "missing_field" | "invalid_value" | "datatype_mismatch" | "invalid_field" | "duplicate_value";
}

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}

export function validationFailed(problems: readonly FieldProblem[]): Response {
  const status = problems.every((problem) => problem.code === "duplicate_value") ? 409 : 400;
  return jsonAnswer(status, { description: "Validation failed", errors: problems });
}

/** A missing resource has no body at all. */
export const notFound = () => new Response(null, { status: 404 });

export const invalidCredentials = () =>
  jsonAnswer(401, { code: "invalid_credentials", message: "You have to be logged in to perform this action." });

export const invalidJson = () =>
  jsonAnswer(400, { code: "invalid_json", message: "Request body has invalid json format" });

export function methodNotAllowed(method: string, allowed: readonly string[]): Response {
  const message = `${method} method is not allowed. It should be one of these method(s): ${allowed.join(", ")}`;
  return jsonAnswer(405, { message }, { allow: allowed.join(", ") });
}

export const tooManyRequests = (retryAfterSeconds: number) =>
  jsonAnswer(
    429,
    { message: "You have exceeded the limit of requests per minute" },
    { "retry-after": String(retryAfterSeconds) },
  );

/** `2026-11-01T09:00:00Z`, or null. */
export function isoSecond(instant: number): string;
export function isoSecond(instant: number | null): string | null;
export function isoSecond(instant: number | null): string | null {
  return instant === null ? null : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
