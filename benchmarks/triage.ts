import { train } from "@otai/intelligence/train";
import { createArrivals } from "@otai/sandbox/corpus/create-arrivals";
import { generateHistory } from "@otai/sandbox/corpus/generate-history";
import { ServingModel } from "@otai/services/triage/serving-model";
import { suggestTriage } from "@otai/services/triage/suggest";
import { createLanguageDetector } from "@otai/text/language";

/**
 * What one triage costs in process, everything included (preparing the text, language, both targets, explanation, neighbours), on
 * the sandbox's tickets; and what training on its history costs.
 */
const solved = 3000;
const warmUp = 300;
const measured = 2000;

const now = Date.UTC(2026, 10, 21);
const history = generateHistory({ seed: 1, solved, open: 0, now });
const startedCpu = process.cpuUsage();
const model = train(
  history.map((ticket, index) => ({
    id: String(index),
    subject: ticket.subject,
    body: ticket.body,
    labels: { queue: ticket.queueHistory.at(-1) ?? ticket.truth.queue, priority: ticket.priority },
    at: ticket.createdAt,
  })),
  { targets: ["queue", "priority"] },
);
const cpu = process.cpuUsage(startedCpu);
print("training_cpu_seconds", (cpu.user + cpu.system) / 1e6, { tickets: history.length });

const detector = await createLanguageDetector();
const serving = new ServingModel({ model, version: "bench", languages: {} });
const arrivals = createArrivals({ seed: 1 });
const latencies: number[] = [];
for (let index = 0; index < warmUp + measured; index += 1) {
  const { subject, body } = arrivals.next(now + index);
  const input = { subject, body, metadata: [], languageHint: null, precision: { queue: 0.97, priority: 0.85 } };
  const before = performance.now();
  suggestTriage(input, serving, detector);
  if (index >= warmUp) latencies.push(performance.now() - before);
}
latencies.sort((a, b) => a - b);
const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
print("triage_ms_mean", latencies.reduce((sum, ms) => sum + ms, 0) / latencies.length, { tickets: measured });
print("triage_ms_p95", at(0.95), { tickets: measured });
print("triage_ms_p99", at(0.99), { tickets: measured });

function print(metric: string, value: number, facts: Record<string, unknown>): void {
  process.stdout.write(
    `${JSON.stringify({ bench: "triage", metric, value: Math.round(value * 1000) / 1000, ...facts })}\n`,
  );
}
