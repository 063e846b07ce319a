import type { Command } from "commander";

/** Every `--help` ends with lines that can be copied. */
export function example(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText("after", `\nExample:\n${lines.map((line) => `  $ ${line}`).join("\n")}`);
}
