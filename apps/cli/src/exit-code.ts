import { OtaiError } from "@otai/plugin-api/errors";
import { CommanderError } from "commander";

export const exitCodes = { done: 0, wrongInput: 1, otherSide: 2, bug: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code for an error: whose turn it is. */
export function exitCodeFor(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongInput;
  if (!OtaiError.is(error)) return exitCodes.bug;
  if (error.scope === "config") return exitCodes.wrongInput;
  return error.scope === "bug" ? exitCodes.bug : exitCodes.otherSide;
}
