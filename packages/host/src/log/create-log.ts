import type { Log } from "@otai/plugin-api/plugin";
import { pino } from "pino";

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Shorter values would blacken innocent text. */
const shortestSecret = 4;

/** One JSON line per entry on stderr; secrets of the configuration never stand in it (S03). */
export function createLog(level: LogLevel, secrets: readonly string[] = []): Log {
  // As they stand inside a JSON string.
  const hidden = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  return pino(
    {
      level,
      base: null,
      hooks: { streamWrite: (line) => hidden.reduce((text, secret) => text.replaceAll(secret, "***"), line) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
