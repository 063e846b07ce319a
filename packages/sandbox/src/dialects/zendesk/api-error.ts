/** An answer of the API other than success. The bodies are those of the vendor; `error` is sometimes an object. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}

export function unauthorized(): ApiError {
  return new ApiError(401, { error: "Couldn't authenticate you" });
}

export function forbidden(): ApiError {
  return new ApiError(403, { error: { title: "Forbidden", message: "You do not have access to this page." } });
}

export function recordNotFound(): ApiError {
  return new ApiError(404, { error: "RecordNotFound", description: "Not found" });
}

export function badRequest(error: string, description: string): ApiError {
  return new ApiError(400, { error, description });
}

export function tooManyValues(maxCount: number): ApiError {
  return new ApiError(400, {
    error: "TooManyValues",
    description: `Parameter exceeds maximum count: ${maxCount}`,
    max_count: maxCount,
  });
}

/** The vendor's body of this 409 was never seen by the reference: clients decide by the status. */
export function updateConflict(): ApiError {
  return new ApiError(409, {
    error: "UpdateConflict",
    description: "The record was updated after the given updated_stamp",
  });
}

/** One message per field, each beginning with the field's name. */
export function recordInvalid(field: string, description: string): ApiError {
  return new ApiError(422, {
    error: "RecordInvalid",
    description: "Record validation errors",
    details: { [field]: [{ description }] },
  });
}
