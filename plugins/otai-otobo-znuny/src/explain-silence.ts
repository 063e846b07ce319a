import { UnavailableError } from "@otai/plugin-api/errors";

/**
 * A log-in whose connection was closed without a word. Znuny under mod_perl does that where there is no such web service, which OTOBO
 * answers with an empty 500 (seen with Znuny 6.5.1); a server that restarts looks the same.
 */
export function explainSilence(error: unknown, webservice: string): unknown {
  if (!(error instanceof UnavailableError) || !isClosed(error.cause)) return error;
  const hint = `The server closed the connection without an answer, as Znuny does when the web service ${webservice} is unknown or switched off: compare params.webservice with Admin → Web Services.`;
  return new UnavailableError(`${error.message}. ${hint}`, {
    cause: error,
    outcomeUnknown: error.outcomeUnknown,
    ...(error.url !== undefined && { url: error.url }),
  });
}

/** Codes of undici and Node; they stand on the error or on its cause. */
function isClosed(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return code === "UND_ERR_SOCKET" || code === "ECONNRESET" || isClosed(cause);
}
