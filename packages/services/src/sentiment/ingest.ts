import { type AnalyzeRequest, analyzeRequestSchema, type Sentiment } from "@otai/service-api/sentiment";
import type { IngestAnswer, IngestFormat, IngestMappings } from "@otai/service-api/sentiment-ingest";
import { ServiceError } from "@otai/service-api/service-error";
import type { SentimentTransaction } from "../ports/sentiment.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import type { Judge } from "./judge.ts";
import { readRecords } from "./read-records.ts";
import { type AlertRules, recordMessage } from "./record-message.ts";

export interface IngestParts {
  readonly store: UnitOfWork<SentimentTransaction>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly judge: Judge;
  readonly rules: AlertRules;
}

export interface IngestFile {
  readonly content: string;
  readonly format: IngestFormat;
  readonly mappings: IngestMappings;
}

const mostRecords = 10_000;
const batchSize = 200;
/** Older messages are history: they form the timeline and alarm nobody. */
const alarmingMs = 7 * 24 * 3_600_000;

interface Message {
  readonly index: number;
  readonly request: AnalyzeRequest;
}

export function createIngest({ store, clock, ids, judge, rules }: IngestParts) {
  async function recordBatch(batch: readonly Message[]): Promise<Sentiment[]> {
    const judged = batch.map(({ request }) => {
      const since = clock.now();
      const judgement = judge.judge(request.text, request.language ?? null);
      const now = clock.now();
      const written = request.occurred_at === undefined ? now : Date.parse(request.occurred_at);
      const mayAlert = now - written <= alarmingMs;
      return { request, judgement, now, latencyMs: now - since, ids, rules, mayAlert };
    });
    return store.write(async (tx) => {
      const answers: Sentiment[] = [];
      for (const message of judged) answers.push(await recordMessage(tx, message));
      return answers;
    });
  }

  /**
   * Messages from a file, judged by the embedded engines. A record that is wrong stops no other.
   * @throws ServiceError VALIDATION_ERROR when the file as a whole cannot be read or has more than 10,000 records.
   */
  return async function ingest({ content, format, mappings }: IngestFile): Promise<IngestAnswer> {
    const records = readRecords(content, format, mappings);
    if (records.length > mostRecords)
      throw ServiceError.field("file", `must have at most ${mostRecords} records, send the rest in another file`);
    const messages: Message[] = [];
    const errors: IngestAnswer["errors"] = [];
    for (const record of records) {
      const parsed = "error" in record ? null : analyzeRequestSchema.safeParse(record.fields);
      if (parsed?.success) messages.push({ index: record.index, request: parsed.data });
      else errors.push({ index: record.index, error: "error" in record ? record.error : firstIssue(parsed!.error) });
    }
    const results: IngestAnswer["results"] = [];
    for (let start = 0; start < messages.length; start += batchSize) {
      const batch = messages.slice(start, start + batchSize);
      const answers = await recordBatch(batch);
      batch.forEach(({ index, request }, at) => {
        const { score, label, escalation_risk, skipped } = answers[at]!;
        results.push({ index, customer_id: request.customer_id, score, label, escalation_risk, skipped });
      });
    }
    return { total: records.length, processed: results.length, results, errors };
  };
}

/** The field and the rule that it breaks; the rules' messages hold no input. */
function firstIssue({ issues }: { readonly issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  const { path, message } = issues[0]!;
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
