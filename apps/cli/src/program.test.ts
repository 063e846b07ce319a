import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { createProgram } from "./program.ts";
import { runCli } from "./testing/run-cli.ts";

const commandsOf = (command: Command): Command[] => [command, ...command.commands.flatMap(commandsOf)];

/** What `--help` prints, the example behind it included. */
function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

describe("every command", () => {
  const commands = commandsOf(createProgram());

  test.each(commands.map((command) => [command.name(), command] as const))(
    "%s --help has an example and tells of --log-level and --version",
    (_, command) => {
      const help = helpOf(command);
      expect(help).toMatch(/\nExample:\n {2}\$ otai /);
      expect(help).toContain("--log-level");
      expect(help).toContain("--version");
    },
  );
});

describe("the command line", () => {
  test.each([
    [["--version"], /^\d+\.\d+\.\d+\n$/],
    [["validate", "--version"], /^\d+\.\d+\.\d+\n$/],
    [["help", "doctor"], /^Usage: otai doctor/],
  ])("%j exits with 0", async (args, expected) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(expected);
  });

  test.each([
    [["valdate"], "unknown command 'valdate' (Did you mean validate?)\n"],
    [["validate", "--confg", "x"], "unknown option '--confg' (Did you mean --config?)\n"],
    [["setup"], "missing required argument 'ticket-system-id'\n"],
    [
      ["sandbox", "--port", "http"],
      "option '--port <port>' argument 'http' is invalid. It must be a whole number from 0 to 65535.\n",
    ],
  ])("%j is a mistake: one line and exit code 1", async (args, expected) => {
    expect(await runCli(args)).toEqual({ code: 1, stdout: "", stderr: expected });
  });
});
