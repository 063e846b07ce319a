import { serviceNames } from "@otai/host/services/serve-plan";
import { Argument, type Command } from "commander";
import { example } from "../example.ts";
import { portOption } from "../number-option.ts";
import type { ServeOptions } from "../serve/run-serve.ts";

export function registerServe(program: Command): void {
  const command = program
    .command("serve")
    .description("answer the services' requests over HTTP, without the helpdesk side")
    .addArgument(
      new Argument("[services...]", "one by itself at its published port, several together; none: all").choices(
        serviceNames,
      ),
    )
    .option("--each", "every service at its own port: triage 8001, reply 8002, qa 8003, sentiment 8004, kb 8006")
    .option("--config <file>", "configuration (config.yml when there is one, else no ticket system)")
    .option("--host <address>", "address to listen at (OTAI_HOST, else 127.0.0.1)")
    .option(
      "--port <port>",
      "instead of 8080 (OTAI_PORT) or the published port; with --each that of triage, the others keep their distance",
      portOption,
    )
    .action(async (services: ServeOptions["services"], _: unknown, command: Command) => {
      const { runServe } = await import("../serve/run-serve.ts");
      await runServe({ ...command.optsWithGlobals<Omit<ServeOptions, "services">>(), services });
    });
  example(command, "otai serve", "otai serve triage", "otai serve reply kb --port 9000", "otai serve --each");
}
