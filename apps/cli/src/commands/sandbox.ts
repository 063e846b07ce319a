import { readEnvironment } from "@otai/host/config/environment";
import { suggestionText } from "@otai/host/config/suggest";
import { ConfigError } from "@otai/plugin-api/errors";
import type { SandboxOptions } from "@otai/sandbox/sandbox";
import { type Command, Option } from "commander";
import { example } from "../example.ts";
import { numberOption, portOption } from "../number-option.ts";
import { untilStopped } from "../until-stopped.ts";

interface Options {
  readonly port?: number;
  readonly dialects?: string;
  readonly seed: number;
  readonly tickets: number;
  readonly ratePlan: SandboxOptions["ratePlan"];
  readonly timeScale: number;
}

export function registerSandbox(program: Command): void {
  const command = program
    .command("sandbox")
    .description("run the simulated helpdesk alone")
    .option("--port <port>", "port to listen at (OTAI_SANDBOX_PORT, else 9000)", portOption)
    .option("--dialects <names>", "APIs that it speaks, for instance freshdesk,zendesk (default: all)")
    .option("--seed <number>", "the same seed gives the same desk", numberOption({ min: 0, max: 2 ** 31 }), 1)
    .option("--tickets <count>", "size of the past", numberOption({ min: 0, max: 1_000_000 }), 3000)
    .addOption(
      new Option("--rate-plan <plan>", "request limits as of this plan")
        .choices(["unlimited", "growth", "pro", "enterprise"])
        .default("unlimited"),
    )
    .option(
      "--time-scale <factor>",
      "webhook retries wait so many times as long",
      numberOption({ min: 0, max: 1000, whole: false }),
      1,
    )
    .action(async (_: unknown, command: Command) => runSandbox(command.optsWithGlobals<Options>()));
  example(command, "otai sandbox --port 9000 --dialects freshdesk,zendesk --rate-plan unlimited");
}

async function runSandbox({ dialects, ...options }: Options): Promise<void> {
  const { createSandbox, dialectNames } = await import("@otai/sandbox/sandbox");
  const port = options.port ?? readEnvironment(process.env).sandboxPort;
  const names = chosenDialects(dialects, dialectNames());
  const stopped = untilStopped();
  const sandbox = await createSandbox({ ...options, port, dialects: names }).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
    throw new ConfigError(`port ${port} is in use; give another with --port`, { cause });
  });
  const addresses = names.map((name) => `  ${sandbox.url}/${name}\n`);
  process.stdout.write(`Sandbox helpdesk at ${sandbox.url}\n${addresses.join("")}Ctrl-C ends it.\n`);
  await stopped;
  await sandbox.close();
}

function chosenDialects(given: string | undefined, known: readonly string[]): readonly string[] {
  if (given === undefined) return known;
  const names = given.split(",").map((name) => name.trim());
  for (const name of names) {
    if (!known.includes(name))
      throw new ConfigError(`--dialects: "${name}" is not spoken${suggestionText(name, known)}`);
  }
  return names;
}
