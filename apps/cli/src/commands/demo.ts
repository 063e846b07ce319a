import type { Command } from "commander";
import type { DemoOptions } from "../demo/run-demo.ts";
import { example } from "../example.ts";
import { numberOption, portOption } from "../number-option.ts";

export function registerDemo(program: Command): void {
  const command = program
    .command("demo")
    .description("show the whole thing: a simulated helpdesk, training on its history, live triage")
    .option("--port <port>", "port of OTAI (OTAI_PORT, else 8080)", portOption)
    .option("--sandbox-port <port>", "port of the simulated helpdesk (OTAI_SANDBOX_PORT, else 9000)", portOption)
    .option("--seed <number>", "the same seed gives the same desk", numberOption({ min: 0, max: 2 ** 31 }), 1)
    .option("--tickets <count>", "solved tickets of the past", numberOption({ min: 0, max: 100_000 }), 3000)
    .option("--reset", "forget the desk and everything learned", false)
    .option("--no-browser", "do not open a browser")
    .action(async (_: unknown, command: Command) => {
      const { runDemo } = await import("../demo/run-demo.ts");
      await runDemo(command.optsWithGlobals<DemoOptions>());
    });
  example(command, "otai demo", "otai demo --port 8081 --sandbox-port 9001 --reset");
}
