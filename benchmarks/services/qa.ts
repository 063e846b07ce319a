import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import { createArrivals } from "@otai/sandbox/corpus/create-arrivals";
import { evaluateRequestSchema } from "@otai/service-api/qa-evaluate";
import { ServiceError } from "@otai/service-api/service-error";
import { createQa } from "@otai/services/qa/create-qa";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { createLanguageDetector } from "@otai/text/language";

/**
 * What one evaluation by the embedded engine costs in process, everything included (reading the request, language, scores,
 * quotes, and the durable write), on the sandbox's tickets with replies of ours; and how fast scorecards are.
 */
const warmUp = 200;
const measured = 1500;

const replies = [
  "Hi there,\n\nsorry about that. Please open the settings, choose Reports and try again. Does it work now?\n\nBest regards\nAda Example",
  "Guten Tag,\n\ndas tut uns leid. Wir haben den Betrag heute erstattet. Melden Sie sich gern, wenn noch etwas offen ist.\n\nViele Grüße\nAda Example",
  "Which version do you use? Could you send us the error message?",
  "Read the manual.",
];
const endings = [
  "It works now, thank you!",
  "Das funktioniert immer noch nicht.",
  "Version 4, and there is no message.",
  "",
];

const folder = mkdtempSync(join(tmpdir(), "otai-qa-bench-"));
const ids = createCountingIds();
const store = await openSqliteStore({ path: join(folder, "otai.db"), ids });
const clock = { now: () => Date.now() };
const qa = createQa({ store, clock, ids, detector: await createLanguageDetector(), languageModel: null });
const arrivals = createArrivals({ seed: 1 });

async function measure(metric: string, count: number, turns: number): Promise<void> {
  const latencies: number[] = [];
  for (let index = 0; index < warmUp + count; index += 1) {
    const request = conversation(`${metric}-${index}`, index, turns);
    const before = performance.now();
    const scored = await qa.evaluate(evaluateRequestSchema.parse(request)).then(() => true, notEligible);
    if (scored && index >= warmUp) latencies.push(performance.now() - before);
  }
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]!;
  print(`${metric}_ms_p50`, at(0.5), { conversations: latencies.length, messages: turns * 3 });
  print(`${metric}_ms_p95`, at(0.95), { conversations: latencies.length, messages: turns * 3 });
}

/** The corpus holds some tickets in languages that the embedded engine does not read. */
function notEligible(error: unknown): false {
  if (error instanceof ServiceError && error.code === "NOT_ELIGIBLE") return false;
  throw error;
}

function conversation(conversation_id: string, index: number, turns: number) {
  const messages = Array.from({ length: turns }, (_, turn) => {
    const { subject, body } = arrivals.next(Date.UTC(2026, 10, 21) + index);
    const at = (index + turn) % replies.length;
    return [
      { role: "customer", content: `${subject}\n\n${body}` },
      { role: "agent", content: replies[at]! },
      { role: "customer", content: endings[at]! },
    ].filter(({ content }) => content !== "");
  }).flat();
  return { conversation_id, agent_id: String(index % 20), team: `team-${index % 5}`, messages };
}

function print(metric: string, value: number, facts: Record<string, unknown>): void {
  process.stdout.write(
    `${JSON.stringify({ bench: "qa", metric, value: Math.round(value * 1000) / 1000, ...facts })}\n`,
  );
}

await measure("evaluate", measured, 1);
await measure("evaluate_long", 100, 30);
const before = performance.now();
const { items } = await qa.scorecards({ group_by: "team" }, { actor: "bench", scopes: [] });
print("scorecards_ms", performance.now() - before, {
  evaluations: items.reduce((sum, card) => sum + card.evaluations, 0),
});
await store.close();
rmSync(folder, { recursive: true });
