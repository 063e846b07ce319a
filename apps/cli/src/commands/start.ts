import { type Command, Option } from "commander";
import { example } from "../example.ts";
import { portOption } from "../number-option.ts";
import type { StartOptions } from "../start/run-start.ts";

export function registerStart(program: Command): void {
  const command = program
    .command("start")
    .description("run the server: learn from history at the first start, then triage what arrives")
    .option("--config <file>", "configuration", "config.yml")
    .option("--host <address>", "address to listen at (OTAI_HOST, else 127.0.0.1)")
    .option("--port <port>", "port to listen at (OTAI_PORT, else 8080)", portOption)
    .addOption(
      new Option("--role <role>", "server answers HTTP, worker drains lanes and polls, all does both")
        .choices(["all", "server", "worker"])
        .default("all"),
    )
    .action(async (_: unknown, command: Command) => {
      const { runStart } = await import("../start/run-start.ts");
      await runStart(command.optsWithGlobals<StartOptions>());
    });
  example(command, "otai start --config config.yml", "otai start --role worker");
}
