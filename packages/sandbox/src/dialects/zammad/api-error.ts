/** An answer other than success. Zammad repeats the message under `error_human` where people may read it. */
export class ApiError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 422;
  readonly body: Record<string, string>;

  constructor(status: ApiError["status"], body: Record<string, string>) {
    super(body.error);
    this.status = status;
    this.body = body;
  }
}

export function unauthorized(reason: string): ApiError {
  return new ApiError(401, { error: reason, error_human: reason });
}

export function forbidden(reason = "Not authorized"): ApiError {
  return new ApiError(403, { error: reason, error_human: reason });
}

export function unprocessable(reason: string): ApiError {
  return new ApiError(422, { error: reason, error_human: reason });
}

/** `model` is the vendor's class name: `Ticket`, `User`. */
export function recordNotFound(model: string, id: unknown): ApiError {
  return new ApiError(404, { error: `Couldn't find ${model} with 'id'=${String(id)}` });
}

/** 401 and 403 carry their reason in a header too (ticket-systems.md, 4 Zammad, Errors). */
export function errorResponse(error: ApiError): Response {
  const reason = error.status === 401 || error.status === 403 ? { "x-failure": error.message } : undefined;
  return jsonResponse(error.body, error.status, reason);
}

export function jsonResponse(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}
