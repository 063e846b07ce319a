import { readEnvironment } from "@otai/host/config/environment";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Sandbox, SandboxOptions } from "@otai/sandbox/sandbox";
import { type Command, Option } from "commander";
import { example } from "../example.ts";
import { numberOption, portOption } from "../number-option.ts";
import { untilStopped } from "../until-stopped.ts";

interface Options {
  readonly port?: number;
  readonly dialects: string;
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
    .option("--dialects <names>", "APIs that it speaks", "freshdesk,zendesk,zammad,otobo,znuny,otrs")
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
  const port = options.port ?? readEnvironment(process.env).sandboxPort;
  const names = dialects
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const stopped = untilStopped();
  const sandbox = await open({ ...options, port, dialects: names });
  process.stdout.write(`Sandbox helpdesk at ${sandbox.url}\n`);
  for (const name of names) process.stdout.write(`  ${sandbox.url}/${name}\n`);
  process.stdout.write("Ctrl-C ends it.\n");
  await stopped;
  await sandbox.close();
}

async function open(options: SandboxOptions): Promise<Sandbox> {
  const { createSandbox } = await import("@otai/sandbox/sandbox");
  try {
    return await createSandbox(options);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
    throw new ConfigError(`port ${options.port} is in use; give another with --port`, { cause });
  }
}
