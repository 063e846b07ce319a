import { systemClock } from "@otai/host/app/surroundings";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { unlimitedBudget } from "@otai/host/plugins/unlimited-budget";
import type { PluginContext } from "@otai/plugin-api/plugin";

/** What plugins get when a person at a terminal makes a few calls: what fails is told as the result, not in the log. */
export function terminalContext(
  logLevel: LogLevel = "error",
  secrets: readonly string[] = [],
): Omit<PluginContext, "connection"> {
  return {
    budget: unlimitedBudget,
    clock: systemClock,
    log: createLog(logLevel, secrets),
    signal: new AbortController().signal,
  };
}
