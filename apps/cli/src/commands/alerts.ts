import { createChannels } from "@otai/host/alerts/create-channels";
import { sendTest } from "@otai/host/alerts/send-test";
import { createIds, systemClock } from "@otai/host/app/surroundings";
import { loadConfig } from "@otai/host/config/load-config";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Command } from "commander";
import { example } from "../example.ts";
import { exitCodes } from "../exit-code.ts";
import { printTable } from "../print-table.ts";

export function registerAlerts(program: Command): void {
  const alerts = program.command("alerts").description("who is told of customers about to escalate");
  example(alerts, "otai alerts test");
  const test = alerts
    .command("test")
    .description("send a test to everybody who is told of alerts, and say who took it")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (_: unknown, command: Command) => {
      const { config: file } = command.optsWithGlobals<{ config: string }>();
      const { config } = await loadConfig(file, process.env);
      const { deliver } = config.services.sentiment;
      if (deliver.length === 0)
        throw new ConfigError(
          `${file}: nobody is told of alerts: add a webhook, chat or mail to services.sentiment.deliver`,
        );
      const channels = createChannels(deliver, new AbortController().signal);
      const results = await sendTest(channels, { clock: systemClock, ids: createIds(systemClock) });
      const rows = results.map(({ label, reception }) =>
        reception.state === "taken" ? [label, "taken", reception.warning ?? ""] : [label, "failed", reception.reason],
      );
      printTable(["receiver", "test", "reason"], rows);
      const failed = results.some(({ reception }) => reception.state !== "taken");
      process.exitCode = failed ? exitCodes.otherSide : exitCodes.done;
    });
  example(test, "otai alerts test --config config.yml");
}
