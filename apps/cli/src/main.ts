import { createProgram } from "./program.ts";
import { reportError } from "./report-error.ts";

/** Runs one command line. @returns the exit code, see exit-code.ts */
export async function main(argv: readonly string[]): Promise<number> {
  // A reader that has seen enough (`otai … | head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  const program = createProgram();
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return reportError(error, program.opts<{ logLevel?: string }>().logLevel === "debug");
  }
}
