export type ErrorKind =
  | "AuthFail"
  | "AccessDenied"
  | "InvalidParameter"
  | "MissingParameter"
  | "SessionInvalid"
  | "NotFAQData";

/** A refusal by an operation. It comes with HTTP 200, and nothing but the suffix of the code is stable. */
export class OperationError extends Error {
  readonly code: string;

  constructor(operation: string, kind: ErrorKind, message: string) {
    super(message);
    this.code = `${operation}.${kind}`;
  }
}

/** A refusal whose message begins with the operation's name, as nearly all do. */
export function refusal(operation: string, kind: ErrorKind, message: string): OperationError {
  return new OperationError(operation, kind, `${operation}: ${message}`);
}

/** A failure below the operation: HTTP 500, JSON under the name of plain text. */
export class Fault extends Error {}

/** A failure of the transport: HTTP 500 and a sentence. */
export class TransportError extends Error {
  readonly status: 413 | 500;

  constructor(message: string, status: 413 | 500 = 500) {
    super(message);
    this.status = status;
  }
}
