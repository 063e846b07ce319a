import type { SentimentLabel } from "@otai/service-api/enums";
import type { LanguageModel } from "@otai/service-api/language-model";
import type { AnalyzeRequest, Sentiment } from "@otai/service-api/sentiment";
import { customerIdSchema } from "@otai/service-api/sentiment";
import type { Timeline, TimelineQuery } from "@otai/service-api/sentiment-timeline";
import { ServiceError } from "@otai/service-api/service-error";
import type { LanguageDetector } from "@otai/text/language";
import type { SeenTicket, SentimentTransaction } from "../ports/sentiment.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { createAlerts } from "./alerts.ts";
import { createEscalations } from "./escalations.ts";
import { createIngest } from "./ingest.ts";
import { Judge } from "./judge.ts";
import { labelOf } from "./label.ts";
import { builtInLexicons } from "./lexicon/built-in.ts";
import { tableOf } from "./lexicon/lexicon.ts";
import { type AlertRules, recordMessage } from "./record-message.ts";
import type { SentimentModel } from "./sentiment-model.ts";
import { trendMs, trendOf, trendPoints } from "./trend.ts";
import { wireTime } from "./wire-time.ts";

export interface SentimentParts {
  readonly store: UnitOfWork<SentimentTransaction>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly detector: LanguageDetector;
  /** Asked at each message, so that a new model serves at once; `null` before anything was learned. */
  readonly model?: () => SentimentModel | null;
  readonly languageModel?: LanguageModel | null;
  /** Secret of the marks around what a language model is shown. */
  readonly promptKey: string;
  /** Escalation risk from which an alert is raised, 0.5; calm messages that resolve it, none do; who hears of alerts, nobody. */
  readonly alerting?: Partial<AlertRules>;
  /** Escalations that the team can take care of in a day; 10. */
  readonly capacity?: number;
  /** Words and phrases of the administrator's, in any language, that raise at least a low alert; `*` at the end for any ending. */
  readonly watchWords?: readonly string[];
}

export type SentimentService = ReturnType<typeof createSentiment>;

/** The Sentiment service: how customers feel, and who is about to leave. */
export function createSentiment({ store, clock, ids, detector, promptKey, ...options }: SentimentParts) {
  const { model = () => null, languageModel = null, alerting = {}, capacity = 10, watchWords = [] } = options;
  const rules: AlertRules = { alertAt: 0.5, calmAfter: 0, audiences: [], ...alerting };
  const lexicons = builtInLexicons();
  const watched = tableOf(watchWords.map((phrase) => phrase.trim().split(/\s+/).join("_")).join(" "));
  const judge = new Judge({ lexicons, detector, model, languageModel, watchWords: watched, promptKey });
  const alerts = createAlerts({ store, clock, ids, audiences: rules.audiences });

  return {
    /** Judges one message of a customer and keeps its score; the same message again gives the first answer. */
    async analyze(request: AnalyzeRequest): Promise<Sentiment> {
      const { customer_id: customerId, message_id: messageId, text, language } = request;
      const since = clock.now();
      if (messageId !== null) {
        const known = await store.read((tx) => tx.sentimentPoints.findByMessage(customerId, messageId));
        if (known !== null) return known.answer;
      }
      const judgement = await judge.judgeWithModel(text, language ?? null);
      const now = clock.now();
      return store.write((tx) =>
        recordMessage(tx, { request, judgement, now, latencyMs: now - since, ids, rules, mayAlert: true }),
      );
    },

    /** How a text sounds, by the embedded engines alone; keeps nothing. A text that cannot be judged is neutral and unsure. */
    judgeTone(
      text: string,
      language: string | null,
    ): { label: SentimentLabel; confidence: number; calibrated: boolean } {
      const { score, confidence, calibrated } = judge.judge(text, language);
      return { label: labelOf(score), confidence, calibrated };
    },

    /** @throws ServiceError BAD_REQUEST for a malformed id; an unknown customer has an empty timeline. */
    async timeline(customerId: string, { limit, offset, order }: TimelineQuery): Promise<Timeline> {
      const id = customerIdSchema.safeParse(customerId);
      if (!id.success) throw new ServiceError("BAD_REQUEST", "customer_id is malformed");
      return store.read(async ({ sentimentPoints }) => {
        const window = await sentimentPoints.list(id.data, { limit, offset });
        const since = clock.now() - trendMs;
        const recent = await sentimentPoints.list(id.data, { since, limit: trendPoints });
        const newest = offset === 0 ? window : await sentimentPoints.list(id.data, { limit: 1 });
        const points = order === "asc" ? window.toReversed() : window;
        return {
          customer_id: id.data,
          current_score: newest[0]?.score ?? 0,
          trend: trendOf(recent.map(({ score }) => score).reverse()),
          timeline: points.map(({ at, score, label, source }) => ({ timestamp: wireTime(at), score, label, source })),
          total: await sentimentPoints.count(id.data),
        };
      });
    },

    alerts,

    ingest: createIngest({ store, clock, ids, judge, rules }),

    /** Whom to call today. */
    escalations: createEscalations({ store, clock, capacity }),

    /** A ticket of a customer that this service knows, as it stands now; of others nothing is kept. */
    async see(ticket: SeenTicket): Promise<void> {
      const { connection, ticketId, customerId } = ticket;
      const news = await store.read(async (tx) => {
        if ((await tx.sentimentPoints.count(customerId)) === 0) return false;
        const known = await tx.sentimentTickets.get(connection, ticketId);
        return known === null || !isSame(known, ticket);
      });
      if (news) await store.write((tx) => tx.sentimentTickets.put(ticket));
    },

    /** Everything that is kept of a customer. @returns how many points and alerts. */
    eraseCustomer(customerId: string): Promise<number> {
      return store.write(
        async (tx) =>
          (await tx.sentimentPoints.eraseCustomer(customerId)) + (await tx.sentimentAlerts.eraseCustomer(customerId)),
      );
    },

    /** Points of messages that were written before that instant. @returns how many. */
    forgetBefore(instant: number): Promise<number> {
      return store.write((tx) => tx.sentimentPoints.removeBefore(instant));
    },
  };
}

/** But for when it was looked at. */
function isSame(a: SeenTicket, b: SeenTicket): boolean {
  return (
    a.open === b.open && a.waitingSince === b.waitingSince && a.agents === b.agents && a.customerId === b.customerId
  );
}
