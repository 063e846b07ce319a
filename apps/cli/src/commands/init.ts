import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadConfig } from "@otai/host/config/load-config";
import { suggestionText } from "@otai/host/config/suggest";
import type { LogLevel } from "@otai/host/log/create-log";
import { connect } from "@otai/host/plugins/connect";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Command } from "commander";
import { example } from "../example.ts";
import { ask } from "../init/ask.ts";
import { addToEnvFile } from "../init/key-in-env-file.ts";
import { knownSystems } from "../init/known-systems.ts";
import { type Answers, writeConfig } from "../init/write-config.ts";
import { terminalContext } from "../terminal-context.ts";

interface Options {
  readonly config: string;
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly ticketSystem?: string;
  readonly domain?: string;
  readonly baseUrl?: string;
  readonly email?: string;
  readonly apiKeyEnv?: string;
  readonly logLevel?: LogLevel;
}

export function registerInit(program: Command): void {
  const command = program
    .command("init")
    .description("ask for the ticket system, write config.yml in shadow mode and check the connection")
    .option("--config <file>", "the file to write", "config.yml")
    .option("--yes", "ask nothing: everything is given by options")
    .option("--force", "replace a file that is there")
    .option("--ticket-system <name>", `one of ${Object.keys(knownSystems).join(", ")}`)
    .option("--domain <name>", "yourcompany of yourcompany.freshdesk.com")
    .option("--base-url <url>", "instead of --domain: the whole address")
    .option("--email <address>", "of the agent behind a Zendesk token")
    .option("--api-key-env <name>", "environment variable that holds the key, for instance FRESHDESK_API_KEY")
    .action(async (_: unknown, command: Command) => init(command.optsWithGlobals<Options>()));
  example(
    command,
    "otai init",
    "otai init --yes --ticket-system freshdesk --domain yourcompany --api-key-env FRESHDESK_API_KEY",
  );
}

async function init(options: Options): Promise<void> {
  if (existsSync(options.config) && !options.force) {
    throw new ConfigError(`${options.config} is there already; --force replaces it, --config names another`);
  }
  if (!options.yes && !process.stdin.isTTY) {
    throw new ConfigError("there is no terminal to ask at; give --yes and the options of otai init --help");
  }
  const answers = await answersFrom(options);
  const key = process.env[answers.keyEnv] || options.yes ? "" : await ask.key(answers.system, answers.keyEnv);
  const envFile = join(dirname(options.config), ".env");
  writeFileSync(options.config, writeConfig(answers));
  print(`${options.config} written, in shadow mode: nothing is written to ${answers.system.title} yet.`);
  if (!process.env[answers.keyEnv]) {
    addToEnvFile(envFile, answers.keyEnv, key);
    if (key === "")
      return print(
        `Put the key behind ${answers.keyEnv}= in ${envFile} (${answers.system.keyPlace}), then: otai doctor`,
      );
    print(`The key stands in ${envFile}; keep that file out of version control.`);
  }
  const loaded = await loadConfig(options.config, process.env);
  for (const configured of loaded.ticketSystems) {
    const system = connect(configured, terminalContext(options.logLevel, loaded.secrets));
    const { label, botUser } = await system.read.identify();
    print(`Connected to ${label}${botUser === null ? "" : ` as ${botUser.name}`}. Next: otai doctor, otai start`);
  }
}

async function answersFrom(options: Options): Promise<Answers> {
  const name = options.ticketSystem ?? (await given(options, "--ticket-system freshdesk", ask.ticketSystem));
  const system = Object.hasOwn(knownSystems, name) ? knownSystems[name] : undefined;
  if (system === undefined) {
    throw new ConfigError(`--ticket-system: "${name}" is not known${suggestionText(name, Object.keys(knownSystems))}`);
  }
  const params: Record<string, string> = {};
  if (options.baseUrl !== undefined) params.base_url = options.baseUrl;
  else if (system.addressEnd !== null)
    params.domain =
      options.domain ?? (await given(options, "--domain yourcompany", () => askDomain(system.addressEnd!)));
  for (const [param, question] of Object.entries(system.asks)) {
    const flag = options[param as "email"];
    params[param] = flag ?? (await given(options, `--${param}`, () => ask.text(question)));
  }
  const keyEnv = options.apiKeyEnv ?? system.keyEnv;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(keyEnv)) {
    throw new ConfigError(`--api-key-env takes the name of a variable such as ${system.keyEnv}, not the key itself`);
  }
  return { name, system, params, keyEnv };
}

function askDomain(addressEnd: string): Promise<string> {
  return ask.text(`Domain: the first part of yourcompany${addressEnd}`, "yourcompany");
}

function given(options: Options, flag: string, question: () => Promise<string>): Promise<string> {
  if (options.yes) throw new ConfigError(`--yes asks nothing: give ${flag} too`);
  return question();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
