import { OtaiError } from "@otai/plugin-api/errors";

/** Will the same write never be taken? Then it is not repeated. */
export function isFinal(error: unknown): error is OtaiError {
  return OtaiError.is(error) && error.scope === "ticket" && error.retry === "never";
}
