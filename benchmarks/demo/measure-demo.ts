import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../../tests/stage/free-port.ts";
import { type ApiDecision, createOtaiApi } from "../../tests/stage/otai-api.ts";
import { createSandboxControl } from "../../tests/stage/sandbox-control.ts";
import { reasonsOf, writtenShare } from "../../tests/stage/written-precision.ts";
import { type Figure, figure } from "./figure.ts";

/** What `npm start` runs once set-up is done. */
const otai = fileURLToPath(new URL("../../apps/cli/bin/otai.mjs", import.meta.url));
const endWithParent = fileURLToPath(new URL("../../apps/cli/bin/end-with-parent.mjs", import.meta.url));
const arrivals = 500;
const patienceMs = 5 * 60_000;

/** Runs what `npm start` runs, on free ports over a fresh data folder: how soon it works, and how right it is. */
export async function measureDemo(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "otai-check-demo-"));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const args = [
    "--import",
    endWithParent,
    otai,
    "demo",
    "--port",
    String(port),
    "--sandbox-port",
    String(sandboxPort),
    "--no-browser",
  ];
  const demo = spawn(process.execPath, args, {
    env: { ...process.env, OTAI_DATA_DIR: folder },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new Promise<void>((resolve) => demo.once("exit", () => resolve()));
  const gone = ended.then(() => {
    throw new Error("the demo ended by itself");
  });
  gone.catch(() => {});
  const until = <T>(look: () => Promise<T | null>) => Promise.race([gone, eventually(look)]);
  try {
    const url = `http://127.0.0.1:${port}`;
    const api = createOtaiApi(url);
    await until(async () => ((await fetch(`${url}/health`)).ok ? true : null));
    const health = seconds();
    await until(async () => (await api.all<ApiDecision>("decisions")).find((one) => one.written) ?? null);
    const firstWrite = seconds();

    const desk = createSandboxControl(`http://127.0.0.1:${sandboxPort}`);
    // The demo's own customers write for a day; these are counted.
    await desk.stopArrivals();
    const decisions = await Promise.race([gone, tooLong(), desk.arrive(arrivals, 50).then(api.settled)]);
    const tickets = await desk.newest(arrivals);
    const judged = decisions.filter((one) => tickets.some(({ id }) => String(id) === one.ticket_id));
    const queue = writtenShare("queue", tickets, judged);
    const priority = writtenShare("priority", tickets, judged);
    const wrong = { wrong_tickets: queue.wrong, arrivals };
    return [
      figure("seconds_to_health", health, null),
      figure("seconds_to_first_written_decision", firstWrite, { atMost: 120 }),
      figure("queue_precision", queue.precision, { atLeast: 0.95 }, { automated: queue.automated, ...wrong }),
      figure("queue_coverage", queue.coverage, { atLeast: 0.4 }, { reasons: reasonsOf("queue", judged) }),
      figure("priority_precision", priority.precision, null, { automated: priority.automated }),
      figure("priority_coverage", priority.coverage, null),
    ];
  } finally {
    demo.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tooLong(): Promise<never> {
  await sleep(patienceMs, undefined, { ref: false });
  throw new Error(`${arrivals} tickets were not worked off within ${patienceMs / 1000} s`);
}

async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    // Refused connections are part of a start.
    const found = await look().catch(() => null);
    if (found !== null) return found;
    if (performance.now() > deadline) throw new Error(`nothing came within ${patienceMs / 1000} s`);
    await sleep(100);
  }
}
