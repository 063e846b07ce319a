import { type LanguageModel, ModelError } from "@otai/service-api/language-model";
import type { Evidence } from "@otai/service-api/qa-evaluate";
import type { Criterion, Rubric } from "@otai/service-api/qa-rubric";
import { restore } from "@otai/text/personal-data";
import { z } from "zod";
import { repeatsInstructions, writeJudgePrompt } from "./judge-prompt.ts";
import { plainLine } from "./plain-line.ts";
import { locateQuote } from "./quotes.ts";
import type { Thread } from "./thread.ts";

/** What the model may say; everything in it is checked once more. */
const answerSchema = z.object({
  criteria: z
    .array(
      z.object({
        name: z.string().max(64),
        value: z.number().nullable(),
        reason: z.string().max(1000),
        quotes: z.array(z.object({ message_index: z.number().int(), quote: z.string().max(2000) })).max(5),
      }),
    )
    .max(40),
  coaching_notes: z.array(z.object({ criterion: z.string().max(64), note: z.string().max(1000) })).max(10),
});
type Answer = z.output<typeof answerSchema>;

export interface Judgement {
  /** 0..1; `null`: does not apply. */
  readonly score: number | null;
  readonly reason: string;
  /** Found in the conversation. Empty: the model's word has nothing to stand on. */
  readonly evidence: readonly Evidence[];
  readonly droppedQuotes: number;
}

export interface Verdict {
  readonly criteria: Readonly<Record<string, Judgement>>;
  readonly coachingNotes: readonly { readonly criterion: string; readonly note: string }[];
}

const maxOutputTokens = 1600;

/**
 * Asks a language model, and believes only what can be checked: the criteria asked for, values on their scales, quotes that stand in
 * the conversation.
 * @param timeoutMs for the whole call, in milliseconds
 * @throws ModelError when there is no usable answer.
 */
export async function askJudge(
  model: LanguageModel,
  thread: Thread,
  rubric: Rubric,
  criteria: readonly Criterion[],
  timeoutMs: number,
): Promise<Verdict> {
  const { system, prompt, canary, placeholders } = writeJudgePrompt(thread, rubric, criteria);
  const request = { purpose: "qa", system, prompt, schema: answerSchema, maxOutputTokens, timeoutMs };
  const { value } = await within(timeoutMs, (signal) => model.generate({ ...request, signal }));
  // The port promises an answer in the schema; an adapter that forgets to check must not decide a score.
  const answer = answerSchema.safeParse(value);
  if (!answer.success) throw unusable("does not fit the schema");
  const said = JSON.stringify(answer.data);
  if (said.includes(canary) || repeatsInstructions(said)) throw unusable("repeats its instructions");
  const judged = criteria.map(
    (criterion) => [criterion.name, check(criterion, answer.data, thread, placeholders)] as const,
  );
  if (judged.every(([, { score }]) => score === null)) throw unusable("finds nothing applicable");
  return {
    criteria: Object.fromEntries(judged),
    coachingNotes: answer.data.coaching_notes.flatMap(({ criterion, note }) => {
      const plain = plainLine(restore(note, placeholders), "advice");
      return plain === null || !criteria.some(({ name }) => name === criterion) ? [] : [{ criterion, note: plain }];
    }),
  };
}

function check(
  { name, scale: [min, max], na_allowed }: Criterion,
  { criteria }: Answer,
  thread: Thread,
  placeholders: ReadonlyMap<string, string>,
): Judgement {
  const answers = criteria.filter((candidate) => candidate.name === name);
  const [answer] = answers;
  if (answer === undefined || answers.length > 1) throw unusable(`rates ${name} ${answers.length} times`);
  const { value, reason, quotes } = answer;
  if (value === null && !na_allowed) throw unusable(`leaves ${name} out`);
  if (value !== null && !(value >= min && value <= max)) throw unusable(`rates ${name} outside its scale`);
  const evidence = quotes.flatMap(({ message_index, quote }) => {
    const located = locateQuote(thread, message_index, restore(quote, placeholders));
    return located === null ? [] : [located];
  });
  return {
    score: value === null ? null : (value - min) / (max - min),
    reason: plainLine(restore(reason, placeholders), "reason") ?? "The model gave no usable reason",
    evidence,
    droppedQuotes: quotes.length - evidence.length,
  };
}

function unusable(what: string): ModelError {
  return new ModelError("invalid_model_output", `The language model's rating ${what}`);
}

/** A model that forgets its own limit must not hold the evaluation up. */
async function within<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(ms);
  const late = new Promise<never>((_, reject) => {
    const give = () => reject(new ModelError("llm_timeout", `The language model did not answer within ${ms} ms`));
    signal.addEventListener("abort", give, { once: true });
  });
  return Promise.race([ask(signal), late]);
}
