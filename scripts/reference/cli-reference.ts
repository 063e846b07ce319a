import type { Command } from "commander";
import { createProgram } from "otai/program";

const width = 100;

/** `docs/reference/cli.md`: the help of every command, as `otai <command> --help` prints it on a terminal of 100 columns. */
export function cliReference(): string {
  const commands = withSubcommands(createProgram(), "otai");
  const sections = commands.map(({ name, command }) => `## ${name}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`);
  return `# Command line

Generated from the program; rewrite it with \`UPDATE=1 npm test -- tests/docs/reference.test.ts\`.

In a clone of the repository \`otai\` stands for \`npm run otai --\`. Exit codes: 0 done, 1 wrong input or configuration, 2 the other side
refused or failed, 3 a bug. Logs and errors go to stderr; \`--json\` prints one document on stdout.

${sections.join("\n")}`;
}

function withSubcommands(command: Command, name: string): { name: string; command: Command }[] {
  const below = command.commands.flatMap((sub) => withSubcommands(sub, `${name} ${sub.name()}`));
  return [{ name, command }, ...below];
}

function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
    getOutHelpWidth: () => width,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.trim();
}
