import { train } from "@otai/intelligence/train";
import { createArrivals } from "@otai/sandbox/corpus/create-arrivals";
import { generateHistory } from "@otai/sandbox/corpus/generate-history";
import { classifyRequestSchema } from "@otai/service-api/classify";
import { Judge } from "@otai/services/sentiment/judge";
import { labelOf } from "@otai/services/sentiment/label";
import { builtInLexicons } from "@otai/services/sentiment/lexicon/built-in";
import { tableOf } from "@otai/services/sentiment/lexicon/lexicon";
import { type ClassifyParts, classify } from "@otai/services/triage/classify";
import { classifyByDescription } from "@otai/services/triage/classify-by-description";
import { englishTickets, germanTickets } from "@otai/services/triage/quality/starter-tickets.fixture";
import { ServingModel } from "@otai/services/triage/serving-model";
import { starterCategories } from "@otai/services/triage/starter-categories";
import { createLanguageDetector } from "@otai/text/language";
import { prepare } from "@otai/text/prepare";

/**
 * What `POST /classify` costs in process, everything included (checking the request, text, language, category, urgency, tone, explanation), with a
 * model of the sandbox's history and without one; and how often the starter set is right before anything was learned.
 */
const warmUp = 300;
const measured = 2000;
const suggestFrom = 0.6;
const now = Date.UTC(2026, 10, 21);

const history = generateHistory({ seed: 1, solved: 3000, open: 0, now });
const detector = await createLanguageDetector();
const lexicons = builtInLexicons();
const tone = new Judge({
  lexicons,
  detector,
  model: () => null,
  languageModel: null,
  watchWords: tableOf(""),
  promptKey: "key of a benchmark",
});
const desk = {
  connection: "desk",
  platform: null,
  groups: [],
  precision: { queue: 0.95, priority: 0.95 },
  categories: [],
  roster: async () => ({ unknown: "nobody is proposed here" }),
};

const trained = trainModel();
measureLatency("trained", trained);
measureLatency("untrained", null);
measureLanguageGate("trained", trained);
measureLanguageGate("untrained", null);
measureOwnTickets("en", englishTickets);
measureOwnTickets("de", germanTickets);
measureOnSandbox();

function trainModel(): ServingModel {
  const rows = history.map((ticket, index) => ({
    id: String(index),
    subject: ticket.subject,
    body: ticket.body,
    labels: { queue: ticket.queueHistory.at(-1) ?? ticket.truth.queue, priority: ticket.priority },
    at: ticket.createdAt,
  }));
  const model = train(rows, { targets: ["queue", "priority"] });
  const languages: Record<string, number> = {};
  for (const { truth } of history) languages[truth.language] = (languages[truth.language] ?? 0) + 1 / history.length;
  return new ServingModel({ model, version: "bench", languages });
}

function partsOf(serving: ServingModel | null): ClassifyParts {
  return {
    desk: { ...desk, serving },
    detector,
    judgeTone(text, language) {
      const { score, confidence, calibrated } = tone.judge(text, language);
      return { label: labelOf(score), confidence, calibrated };
    },
    id: "c-1",
  };
}

function measureLatency(engine: string, serving: ServingModel | null): void {
  const parts = partsOf(serving);
  const arrivals = createArrivals({ seed: 1 });
  const latencies: number[] = [];
  for (let index = 0; index < warmUp + measured; index += 1) {
    const { subject, body } = arrivals.next(now + index);
    const before = performance.now();
    classify(classifyRequestSchema.parse({ subject, body }), parts);
    if (index >= warmUp) latencies.push(performance.now() - before);
  }
  latencies.sort((a, b) => a - b);
  for (const share of [0.5, 0.95, 0.99]) {
    print(`classify_${engine}_ms_p${100 * share}`, latencies[Math.floor(latencies.length * share)]!, {
      tickets: measured,
    });
  }
}

/** U14: texts in languages without history are to abstain. */
function measureLanguageGate(engine: string, serving: ServingModel | null): void {
  const parts = partsOf(serving);
  const foreign = history.filter(({ kind }) => kind === "unsupported-language");
  const silent = foreign.filter(
    ({ subject, body }) => classify(classifyRequestSchema.parse({ subject, body }), parts).abstained,
  );
  print(`unsupported_language_${engine}_abstained`, share(silent.length, foreign.length), { tickets: foreign.length });
}

function measureOwnTickets(language: string, tickets: typeof englishTickets): void {
  const labelled = Object.entries(tickets).flatMap(([category, list]) =>
    list.map((ticket) => ({ text: ticket.join("\n"), right: [category] })),
  );
  measureDescriptions(`own_${language}`, labelled);
}

/** Letters of another author; a queue may be several of the starter categories. */
function measureOnSandbox(): void {
  const categoriesOf: Readonly<Record<string, readonly string[]>> = {
    Billing: ["billing"],
    "Technical Support": ["technical_support", "bug_report", "how_to"],
    "Account Access": ["account_access"],
    "Orders Shipping": ["order_shipping"],
    "Returns Refunds": ["returns_refunds"],
    Sales: ["sales"],
    "Feature Requests": ["feature_request"],
    Complaints: ["complaint"],
  };
  const labelled = history
    .filter(({ kind, truth }) => kind === "ordinary" && ["en", "de"].includes(truth.language))
    .map((ticket) => {
      const { subject, body } = prepare(ticket);
      return { text: `${subject}\n${body}`, right: categoriesOf[ticket.truth.queue] ?? [] };
    });
  measureDescriptions("sandbox", labelled);
}

function measureDescriptions(set: string, tickets: readonly { text: string; right: readonly string[] }[]): void {
  const judge = classifyByDescription(starterCategories);
  const judged = tickets.map(({ text, right }) => {
    const { value, confidence } = judge(text).guesses[0]!;
    return { right: right.includes(value), suggested: confidence >= suggestFrom };
  });
  const suggested = judged.filter((one) => one.suggested);
  const facts = { tickets: tickets.length };
  print(`descriptions_${set}_top1`, share(judged.filter(({ right }) => right).length, judged.length), facts);
  print(`descriptions_${set}_suggested`, share(suggested.length, judged.length), facts);
  print(`descriptions_${set}_precision`, share(suggested.filter(({ right }) => right).length, suggested.length), facts);
}

function share(part: number, whole: number): number {
  return (100 * part) / Math.max(whole, 1);
}

function print(metric: string, value: number, facts: Record<string, unknown>): void {
  const rounded = Math.round(value * 1000) / 1000;
  process.stdout.write(`${JSON.stringify({ bench: "triage-service", metric, value: rounded, ...facts })}\n`);
}
