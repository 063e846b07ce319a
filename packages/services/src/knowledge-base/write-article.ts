import type { DegradedReason } from "@otai/service-api/engine-block";
import { type LanguageModel, ModelError } from "@otai/service-api/language-model";
import type { LanguageDetector } from "@otai/text/language";
import type { SolvedRecord } from "../ports/solved-answers.ts";
import type { Removed } from "../reply/answer.ts";
import { readThread } from "../reply/read-thread.ts";
import { type ScreeningRules, screenSentence } from "../reply/screen-sentence.ts";
import { splitSentences } from "../reply/sentences.ts";
import { fromSolvedAnswer } from "../reply/source.ts";
import { addressOf, builtInStyles, draftLanguages } from "../reply/style.ts";
import { contentStems } from "../reply/terms.ts";
import { type ModelLimits, writeAnswer } from "../reply/write-answer.ts";

export interface ArticleWriter {
  readonly detector: LanguageDetector;
  /** Without one the article is put together from the agents' sentences. */
  readonly languageModel: LanguageModel | null;
  readonly modelLimits: ModelLimits;
  readonly promptKey: string;
}

export interface Statement {
  readonly text: string;
  readonly from: SolvedRecord;
  /** Verbatim from the agent's answer. */
  readonly quote: string;
}

export interface WrittenArticle {
  /** In the order of the article; empty when nothing of the answers may stand in one. */
  readonly paragraphs: readonly (readonly Statement[])[];
  readonly removed: readonly Removed[];
  readonly engine: "rules" | "llm";
  readonly degradedReason: DegradedReason | null;
}

/** Nothing may be linked to, since an answer's link was for one customer. */
const rules: ScreeningRules = { urls: new Set(), allowedHosts: [], bannedWords: [], address: null };
const mostParagraphs = 5;
/** So much of a sentence was said before: it says it again. */
const sameAgain = 0.75;
const style = builtInStyles.find(({ tone }) => tone === "formal")!;

/** What agents answered to one question, as the text of an article: in their words, or in a model's words that theirs bear out. */
export async function writeArticle(
  question: string,
  answers: readonly SolvedRecord[],
  { languageModel, detector, modelLimits, promptKey }: ArticleWriter,
): Promise<WrittenArticle> {
  const gathered = gatherStatements(answers);
  const language = draftLanguages.find((known) => known === answers[0]?.language?.split("-")[0]);
  if (languageModel === null || language === undefined || gathered.paragraphs.length === 0) {
    return { ...gathered, engine: "rules", degradedReason: null };
  }
  try {
    const chosen = answers.slice(0, mostParagraphs);
    const sources = chosen.map((record) => fromSolvedAnswer({ ...record, similarity: 1 }));
    const { claims, removed } = await writeAnswer(
      {
        ...{ sources, style, language, rules, limits: modelLimits, key: promptKey, examples: [] },
        thread: readThread([{ role: "customer", content: question }]),
        address: answers.map(({ answer }) => addressOf(answer)).find((form) => form !== null) ?? style.address,
      },
      languageModel,
      detector,
    );
    if (claims.length === 0) return { ...gathered, engine: "rules", degradedReason: "invalid_model_output" };
    const written = claims.map(({ text, source, quote }) => ({ text, quote, from: chosen[sources.indexOf(source)]! }));
    return { paragraphs: written.map((one) => [one]), removed, engine: "llm", degradedReason: null };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ...gathered, engine: "rules", degradedReason: error.reason };
  }
}

/** A paragraph of each answer, without what was said before and what is nobody else's business. */
function gatherStatements(answers: readonly SolvedRecord[]): Pick<WrittenArticle, "paragraphs" | "removed"> {
  const said: ReadonlySet<string>[] = [];
  const paragraphs: Statement[][] = [];
  const removed: Removed[] = [];
  for (const from of answers) {
    if (paragraphs.length === mostParagraphs) break;
    const paragraph: Statement[] = [];
    for (const { text } of splitSentences(from.answer)) {
      const reason = screenSentence(text, text, "solved", rules);
      const stems = new Set(contentStems(text));
      if (reason !== null) removed.push({ text, reason });
      else if (stems.size > 0 && !said.some((before) => repeats(stems, before))) {
        said.push(stems);
        paragraph.push({ text, from, quote: text });
      }
    }
    if (paragraph.length > 0) paragraphs.push(paragraph);
  }
  return { paragraphs, removed };
}

function repeats(stems: ReadonlySet<string>, before: ReadonlySet<string>): boolean {
  return [...stems].filter((stem) => before.has(stem)).length >= sameAgain * stems.size;
}
