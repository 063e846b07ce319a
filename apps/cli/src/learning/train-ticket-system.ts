import { loadConfig } from "@otai/host/config/load-config";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { trainConnection } from "@otai/host/operations/train-connection";
import { withStore } from "@otai/host/operations/with-store";
import { actor } from "../actor.ts";
import { createProgressLine } from "../start/progress-line.ts";
import { promisedBy } from "../start/promised-by.ts";
import { showLearning } from "../start/show-learning.ts";
import { untilStopped } from "../until-stopped.ts";

export interface TrainTicketSystemOptions {
  readonly config: string;
  readonly ticketSystem: string;
  readonly logLevel?: LogLevel;
}

/** Trains from a helpdesk's history, beside a server that may be running: it takes the new model within seconds. */
export async function trainTicketSystem({
  config,
  ticketSystem,
  logLevel = "error",
}: TrainTicketSystemOptions): Promise<void> {
  const loaded = await loadConfig(config, process.env);
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  const onStep = showLearning(createProgressLine(process.stderr), promisedBy(loaded));
  const log = createLog(logLevel, loaded.secrets);
  try {
    await withStore(loaded, (workplace) =>
      trainConnection(workplace, { name: ticketSystem, log, signal: stop.signal, onStep, by: actor() }),
    );
  } finally {
    stop.abort();
  }
}
