import { OtaiError } from "@otai/plugin-api/errors";
import { CommanderError } from "commander";
import { type ExitCode, exitCodeFor } from "./exit-code.ts";

/** One line on stderr (of a configuration one per fault); the stack only when asked for. @returns the exit code */
export function reportError(error: unknown, withStack: boolean): ExitCode {
  // Commander has written its own line already.
  if (!(error instanceof CommanderError)) process.stderr.write(`${withStack ? stackOf(error) : messageOf(error)}\n`);
  return exitCodeFor(error);
}

function messageOf(error: unknown): string {
  if (OtaiError.is(error)) return error.message;
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ");
  return `this is a bug of otai: ${message} (more with --log-level debug)`;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
