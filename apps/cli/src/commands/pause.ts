import { loadConfig } from "@otai/host/config/load-config";
import { withStore } from "@otai/host/operations/with-store";
import { setPaused } from "@otai/host/operations/writes-switch";
import type { Command } from "commander";
import { actor } from "../actor.ts";
import { example } from "../example.ts";

export function registerPause(program: Command): void {
  const verbs = [
    [
      "pause",
      true,
      "stop all AI writes at once, keep every setting",
      "AI writes are paused; otai resume allows them again.",
    ],
    ["resume", false, "allow AI writes again", "AI writes are allowed again."],
  ] as const;
  for (const [verb, paused, description, done] of verbs) {
    const command = program
      .command(verb)
      .description(description)
      .option("--config <file>", "configuration", "config.yml")
      .action(async (_: unknown, command: Command) => {
        const { config } = command.optsWithGlobals<{ config: string }>();
        await withStore(await loadConfig(config, process.env), (workplace) => setPaused(workplace, paused, actor()));
        process.stdout.write(`${done}\n`);
      });
    example(command, `otai ${verb}`);
  }
}
