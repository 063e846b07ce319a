import { round } from "@otai/service-api/fields";
import { articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import type { GapDraftAnswer } from "@otai/service-api/knowledge-base-gaps";
import { ServiceError } from "@otai/service-api/service-error";
import type { KnowledgeRepositories } from "../ports/knowledge-base.ts";
import type { AnswersOfTickets, SolvedRecord } from "../ports/solved-answers.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import type { MissTopic } from "./cluster-misses.ts";
import type { TopicGap } from "./gaps.ts";
import { readArticleRequest, type UpsertParts, upsertArticle } from "./upsert-article.ts";
import { type ArticleWriter, type Statement, writeArticle } from "./write-article.ts";

export interface GapDraftParts extends UpsertParts {
  readonly store: UnitOfWork<KnowledgeRepositories>;
  /** Milliseconds from any beginning. */
  readonly stopwatch: () => number;
  readonly solvedAnswers: AnswersOfTickets | null;
  readonly writer: ArticleWriter;
  readonly getGap: (id: string) => Promise<TopicGap>;
}

/** Where drafts of ours are filed, and who wrote their versions. */
const DRAFT_SOURCE = "otai-draft";
const VERSION = "kb-draft-1";
const MOST_TAGS = 20;

/**
 * Writes an article for a gap from what agents answered to those who asked. It is kept with the status `draft`, for agents alone:
 * only a person publishes it.
 */
export function createGapDrafts({ store, stopwatch, solvedAnswers, writer, getGap, ...parts }: GapDraftParts) {
  return {
    /** @throws ServiceError NOT_FOUND; CONFLICT when the gap is closed, somebody worked on the draft, or there is nothing to draft from. */
    async draftForGap(id: string): Promise<GapDraftAnswer> {
      const started = stopwatch();
      const { gap, topic } = await getGap(id);
      if (gap.status === "resolved" || gap.status === "dismissed") throw conflict(`the gap is ${gap.status}`);
      if (topic === null)
        throw conflict("nobody asked about it in the last 90 days, so there are no answers to draw on");
      await store.read((tx) => refuseForeign(tx, id));
      const answers = inOneLanguage(await answersTo(topic, solvedAnswers));
      const { paragraphs, removed, engine, degradedReason } = await writeArticle(topic.question, answers, writer);
      const statements = paragraphs.flat();
      if (statements.length === 0) throw conflict("the answers hold nothing that may stand in an article");
      const text = paragraphs.map((paragraph) => paragraph.map((one) => one.text).join(" ")).join("\n\n");
      const language = answers[0]!.language;
      const input = readArticleRequest(
        articleRequestSchema.parse({
          ...{ title: topic.title, content: text, content_type: "text", language },
          ...{ source: DRAFT_SOURCE, external_id: id, status: "draft", visibility: "internal" },
          tags: tagsOf(statements),
        }),
        parts.languageDetector,
      );
      const receipt = await store.write(async (tx) => {
        await refuseForeign(tx, id);
        const { receipt } = await upsertArticle(tx, input, parts, DRAFT_SOURCE);
        const now = await tx.knowledgeGaps.get(id);
        const changedAt = parts.clock.now();
        await tx.knowledgeGaps.put({ ...(now ?? gap), status: "drafting", articleId: receipt.id, changedAt });
        return receipt;
      });
      return {
        ...{ gap_id: id, status: "drafting", article_id: receipt.id, version: receipt.version },
        ...{ title: topic.title, text },
        citations: statements.map(({ from, quote }) => ({
          ...{ connection: from.connection, ticket_id: from.ticketId, quote },
        })),
        removed: [...removed],
        engine,
        model_version: engine === "llm" ? writer.languageModel!.name : VERSION,
        degraded: degradedReason !== null,
        degraded_reason: degradedReason,
        calibrated: false,
        language,
        latency_ms: round(stopwatch() - started, 1),
      };
    },
  };
}

const conflict = (detail: string) => new ServiceError("CONFLICT", detail);

/** What a person wrote is not written over. */
async function refuseForeign(tx: KnowledgeRepositories, gapId: string): Promise<void> {
  const known = await tx.articles.findByExternalId(DRAFT_SOURCE, gapId);
  if (known === null || known.status === "deleted") return;
  const [newest] = await tx.articles.listVersions(known.id);
  if (known.status === "draft" && newest?.by === DRAFT_SOURCE) return;
  const what = known.status === "draft" ? "somebody has edited the draft" : `the article is ${known.status}`;
  throw conflict(`${what}: article ${known.id} stays as it is`);
}

async function answersTo(topic: MissTopic, solvedAnswers: AnswersOfTickets | null): Promise<readonly SolvedRecord[]> {
  if (solvedAnswers === null)
    throw conflict("no answers to solved tickets are kept here: services.reply.solved_answers is 0");
  const tickets = topic.misses.flatMap(({ connection, ticketId }) =>
    ticketId === null ? [] : { connection, ticketId },
  );
  if (tickets.length === 0) throw conflict("who asked did so outside of tickets, so there are no answers to draw on");
  const answers = await solvedAnswers.ofTickets(tickets);
  if (answers.length === 0)
    throw conflict(`none of the ${tickets.length} tickets that asked was solved with an answer that is kept`);
  return answers;
}

/** An article has one language: that of most answers, the newest of them first. */
function inOneLanguage(answers: readonly SolvedRecord[]): SolvedRecord[] {
  const count = (language: string | null) => answers.filter((answer) => answer.language === language).length;
  const newest = [...answers].sort((a, b) => b.at - a.at || (a.ticketId < b.ticketId ? -1 : 1));
  const [most] = [...newest].sort((a, b) => count(b.language) - count(a.language));
  return newest.filter(({ language }) => language === most!.language);
}

/** By them an editor finds the tickets again. */
function tagsOf(statements: readonly Statement[]): string[] {
  const tags = statements.map(({ from }) => `ticket:${from.connection}:${from.ticketId}`.slice(0, 100));
  return [...new Set(tags)].slice(0, MOST_TAGS);
}
