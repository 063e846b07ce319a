import { cancel, confirm, isCancel } from "@clack/prompts";
import { loadConfig } from "@otai/host/config/load-config";
import { suggestionText } from "@otai/host/config/suggest";
import type { LogLevel } from "@otai/host/log/create-log";
import { connect } from "@otai/host/plugins/connect";
import { ConfigError } from "@otai/plugin-api/errors";
import type { SetupFinding } from "@otai/plugin-api/setup";
import type { Command } from "commander";
import { example } from "../example.ts";
import { setupOptions } from "../setup-options.ts";
import { terminalContext } from "../terminal-context.ts";

interface Options {
  readonly config: string;
  readonly publicUrl?: string;
  readonly yes?: boolean;
  readonly logLevel?: LogLevel;
}

export function registerSetup(program: Command): void {
  const command = program
    .command("setup <ticket-system-id>")
    .description("create the fields, tags and webhook rules that are needed, after asking, or list the steps for it")
    .option("--config <file>", "the configuration", "config.yml")
    .option("--public-url <url>", "where the ticket system reaches this installation, for webhooks")
    .option("--yes", "do not ask")
    .action(async (id: string, _: unknown, command: Command) => setUp(id, command.optsWithGlobals<Options>()));
  example(command, "otai setup freshdesk --public-url https://otai.example.com");
}

async function setUp(id: string, options: Options): Promise<void> {
  const loaded = await loadConfig(options.config, process.env);
  const configured = loaded.ticketSystems.find(({ name }) => name === id);
  if (configured === undefined) {
    const names = loaded.ticketSystems.map(({ name }) => name);
    throw new ConfigError(`${loaded.file} has no ticket system "${id}"${suggestionText(id, names)}`);
  }
  const { setup } = connect(configured, terminalContext(options.logLevel, loaded.secrets));
  if (setup === undefined) return print(`${id} needs no set-up.`);
  const wanted = {
    ...(await setupOptions(loaded, id)),
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
  };
  const open = (await setup.check(wanted)).filter(({ state }) => state !== "ok");
  if (open.length === 0) return print(`${id} has everything that is needed.`);
  for (const finding of open) {
    if (!finding.applicable || setup.apply === undefined) print(byHand(finding));
    else if (await isWanted(finding, options)) {
      await setup.apply(finding.id, wanted);
      print(`done: ${finding.what}`);
    } else print(`left out: ${finding.what}`);
  }
}

function byHand({ what, state, steps }: SetupFinding): string {
  return [`${state}: ${what}`, ...steps.map((step, at) => `  ${at + 1}. ${step}`)].join("\n");
}

async function isWanted({ what }: SetupFinding, { yes }: Options): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) throw new ConfigError(`"${what}" can be created; confirm it on a terminal or with --yes`);
  const answer = await confirm({ message: `Create ${what}?` });
  if (!isCancel(answer)) return answer;
  cancel("Nothing more is created.");
  return false;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
