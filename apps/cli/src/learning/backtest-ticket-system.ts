import { loadConfig } from "@otai/host/config/load-config";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { backtestConnection } from "@otai/host/operations/backtest-connection";
import { withStore } from "@otai/host/operations/with-store";
import type { BacktestReport } from "@otai/intelligence/backtest";
import { createProgressLine } from "../start/progress-line.ts";
import { promisedBy } from "../start/promised-by.ts";
import { showLearning } from "../start/show-learning.ts";
import { untilStopped } from "../until-stopped.ts";

export interface BacktestTicketSystemOptions {
  readonly config: string;
  readonly ticketSystem: string;
  readonly target?: string;
  readonly logLevel?: LogLevel;
}

/** Judges the history of a helpdesk, which is read when OTAI has none of it yet. */
export async function backtestTicketSystem({
  config,
  ticketSystem,
  target,
  logLevel = "error",
}: BacktestTicketSystemOptions): Promise<BacktestReport[]> {
  const loaded = await loadConfig(config, process.env);
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  const line = createProgressLine(process.stderr);
  try {
    return await withStore(loaded, (workplace) =>
      backtestConnection(workplace, {
        name: ticketSystem,
        targets: target === undefined ? null : [target],
        log: createLog(logLevel, loaded.secrets),
        signal: stop.signal,
        onStep: showLearning(line, promisedBy(loaded)),
        onProgress: ({ step, done, total }) => line.update(step, done, total),
      }),
    );
  } finally {
    stop.abort();
  }
}
