import { CertificateError, type OtaiError, UnavailableError, UnexpectedAnswerError } from "@otai/plugin-api/errors";

/** What a failed exchange was about. */
export interface FailedCall {
  readonly method: string;
  /** Without query and credentials. */
  readonly url: string;
  readonly host: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

export interface NetworkFailure {
  readonly error: OtaiError;
  /** Another try in a moment may help. */
  readonly passing: boolean;
}

// OpenSSL's and Node's codes, https://nodejs.org/api/tls.html#x509-certificate-error-codes
const untrusted = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);
const invalid = new Set(["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID", "CERT_REVOKED", "ERR_TLS_CERT_ALTNAME_INVALID"]);
/** Before any byte of the request left: a write cannot have happened. */
const neverSent = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Says in words what went wrong below HTTP, and whether a write may have happened all the same. */
export function explainNetworkFailure(cause: unknown, call: FailedCall): NetworkFailure {
  const code = codeOf(cause);
  const { host, url } = call;
  if (untrusted.has(code)) {
    const message = `the certificate of ${host} is not signed by anybody this machine trusts (${code}); set verify to the path of the CA file (PEM) that signed it`;
    return { error: new CertificateError(message, { url, cause }), passing: false };
  }
  if (invalid.has(code)) {
    const message = `the certificate of ${host} is not valid (${code}): expired, or issued for another name`;
    return { error: new CertificateError(message, { url, cause }), passing: false };
  }
  if (code.startsWith("ERR_SSL_") || code === "EPROTO") {
    const message = `${host} does not speak TLS there (${code}); is it an http:// address, or another port?`;
    return { error: new CertificateError(message, { url, cause }), passing: false };
  }
  const outcomeUnknown = call.method !== "GET" && !neverSent.has(code);
  const facts = { url, cause, outcomeUnknown };
  if (code === "ENOTFOUND") {
    const message = `the host ${host} is unknown (${code}): is the domain right, and does this machine have DNS?`;
    return { error: new UnavailableError(message, facts), passing: false };
  }
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE" || code === "ERR_BUFFER_TOO_LARGE") {
    const message = `${call.method} ${url}: the answer is larger than ${Math.floor(call.maxBytes / 1_000_000)} MB and was not read`;
    return { error: new UnexpectedAnswerError(message, facts), passing: false };
  }
  const what = isTimeout(cause, code)
    ? `did not answer within ${call.timeoutMs / 1000} s (params.timeout)`
    : code.startsWith("Z_")
      ? `broke off in a compressed answer (${code})`
      : `cannot be reached (${code === "" ? "connection lost" : code})`;
  return { error: new UnavailableError(`${call.method} ${url}: ${host} ${what}`, facts), passing: true };
}

function isTimeout(cause: unknown, code: string): boolean {
  return /TIMEOUT|ETIMEDOUT/.test(code) || (cause instanceof Error && cause.name === "TimeoutError");
}

/** undici and Node put the code on the error or, for several addresses tried, on the first of `errors` or on `cause`. */
function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const { code, errors, cause } = error as { code?: unknown; errors?: unknown; cause?: unknown };
  if (typeof code === "string") return code;
  return codeOf(Array.isArray(errors) ? errors[0] : cause);
}
