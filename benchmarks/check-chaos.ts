import { parseArgs } from "node:util";
import { startPostgres } from "../packages/conformance/src/postgres/start-postgres.ts";
import { rideStorm, type StormResult } from "./chaos/storm.ts";

/**
 * `npm run check:chaos -- [--kills 100] [--events 2000] [--engine sqlite|postgres|both] [--seed 1]`: OTAI is killed again and again
 * while customers write; no event may be lost and no write doubled (R09, F07). One JSON line per engine; exit code 1 when
 * anything is wrong.
 */
const engines = ["sqlite", "postgres"] as const;
type EngineName = (typeof engines)[number];

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    events: { type: "string", default: "2000" },
    engine: { type: "string", default: "both" },
    seed: { type: "string", default: "1" },
  },
});

const shownFaults = 40;

async function ride(engine: EngineName): Promise<StormResult> {
  const postgres = engine === "postgres" ? await startPostgres({ fsync: true }) : null;
  try {
    return await rideStorm({
      kills: Number(values.kills),
      events: Number(values.events),
      random: seeded(Number(values.seed)),
      databaseUrl: postgres === null ? null : await postgres.createDatabase(),
      say: (line) => process.stderr.write(`${engine}: ${line}\n`),
    });
  } finally {
    await postgres?.stop();
  }
}

/** mulberry32: the same pauses for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

for (const engine of engines.filter((name) => values.engine === "both" || values.engine === name)) {
  const { faults, notes, fieldWrites, resumedRuns, drainSeconds, seconds } = await ride(engine);
  for (const fault of faults.slice(0, shownFaults)) process.stderr.write(`${engine}: ${fault}\n`);
  if (faults.length > shownFaults) process.stderr.write(`${engine}: and ${faults.length - shownFaults} more\n`);
  const line = {
    check: "chaos",
    engine,
    kills: Number(values.kills),
    events: Number(values.events),
    field_writes: fieldWrites,
    notes,
    resumed_runs: resumedRuns,
    drain_seconds: Math.round(drainSeconds),
    seconds: Math.round(seconds),
    faults: faults.length,
    ok: faults.length === 0,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (!line.ok) process.exitCode = 1;
}
