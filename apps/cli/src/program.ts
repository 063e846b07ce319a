import { logLevels } from "@otai/host/log/create-log";
import { Command, Option } from "commander";
import { registerAlerts } from "./commands/alerts.ts";
import { registerBacktest } from "./commands/backtest.ts";
import { registerClassify } from "./commands/classify.ts";
import { registerConnections } from "./commands/connections.ts";
import { registerDemo } from "./commands/demo.ts";
import { registerDoctor } from "./commands/doctor.ts";
import { registerErase } from "./commands/erase.ts";
import { registerEvaluate } from "./commands/evaluate.ts";
import { registerExport } from "./commands/export.ts";
import { registerFields } from "./commands/fields.ts";
import { registerInit } from "./commands/init.ts";
import { registerJobs } from "./commands/jobs.ts";
import { registerKb } from "./commands/kb.ts";
import { registerModels } from "./commands/models.ts";
import { registerPause } from "./commands/pause.ts";
import { registerPlugin } from "./commands/plugin.ts";
import { registerPlugins } from "./commands/plugins.ts";
import { registerSandbox } from "./commands/sandbox.ts";
import { registerServe } from "./commands/serve.ts";
import { registerSetup } from "./commands/setup.ts";
import { registerStart } from "./commands/start.ts";
import { registerTrain } from "./commands/train.ts";
import { registerValidate } from "./commands/validate.ts";
import { version } from "./version.ts";

/** Every verb, in the order of `otai --help`. A verb is a file in `commands/` that registers itself. */
const verbs: readonly ((program: Command) => void)[] = [
  registerDemo,
  registerInit,
  registerStart,
  registerServe,
  registerFields,
  registerConnections,
  registerModels,
  registerKb,
  registerJobs,
  registerAlerts,
  registerPause,
  registerExport,
  registerErase,
  registerValidate,
  registerDoctor,
  registerSetup,
  registerPlugins,
  registerPlugin,
  registerSandbox,
  registerTrain,
  registerClassify,
  registerEvaluate,
  registerBacktest,
];

export function createProgram(): Command {
  const program = new Command("otai")
    .description(
      "Open Ticket AI: reads tickets, suggests queue, priority and labels, and writes only what it can prove.",
    )
    .version(version(), "-V, --version", "print the version")
    .addOption(new Option("--log-level <level>", "how much is logged on stderr").choices(logLevels))
    .helpCommand("help [command]", "show help for a command")
    .addHelpText("after", "\nExample:\n  $ otai init && otai doctor && otai start")
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      // One line per error, suggestions included.
      outputError: (text, write) =>
        write(
          `${text
            .trim()
            .replace(/^error: /, "")
            .replace(/\s*\n\s*/g, " ")}\n`,
        ),
    });
  for (const register of verbs) register(program);
  return program;
}
