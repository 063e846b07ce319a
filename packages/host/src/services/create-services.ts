import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { Embedder } from "@otai/service-api/embedder";
import type { LanguageModel } from "@otai/service-api/language-model";
import { createKnowledgeBase, type KnowledgeBaseService } from "@otai/services/knowledge-base/knowledge-base";
import type { AnswerTemplates } from "@otai/services/ports/answer-templates";
import type { AnswersOfTickets, SolvedAnswers } from "@otai/services/ports/solved-answers";
import { createQa, type QaService } from "@otai/services/qa/create-qa";
import { createReply, type ReplyService } from "@otai/services/reply/create-reply";
import { defaultModelLimits } from "@otai/services/reply/surroundings";
import { createSentiment, type SentimentService } from "@otai/services/sentiment/create-sentiment";
import type { SentimentModel } from "@otai/services/sentiment/sentiment-model";
import { createTriage } from "@otai/services/triage/create-triage";
import type { JudgedTickets } from "@otai/services/triage/judged-tickets";
import type { TriageService } from "@otai/services/triage/triage";
import type { TriageDesks } from "@otai/services/triage/triage-desk";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { LanguageDetector } from "@otai/text/language";
import { audienceOf } from "../alerts/audience-of.ts";
import type { LoadedConfig } from "../config/load-config.ts";
import { toStyle } from "../config/reply-schema.ts";
import { configuredRules } from "./configured-rules.ts";

export interface ServiceParts {
  readonly loaded: LoadedConfig;
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly detector: LanguageDetector;
  readonly desks: TriageDesks;
  readonly judgedTickets: JudgedTickets;
  /** Asked at each message. */
  readonly learnedTone: () => SentimentModel | null;
  readonly languageModel: LanguageModel | null;
  readonly embedder: Embedder | null;
  readonly solvedAnswers: (SolvedAnswers & AnswersOfTickets) | null;
  readonly templates: AnswerTemplates;
  readonly secretKey: string;
}

/** The five services inside this process. */
export interface InProcessServices {
  readonly triage: TriageService;
  readonly reply: ReplyService;
  readonly qa: QaService;
  readonly sentiment: SentimentService;
  readonly kb: KnowledgeBaseService;
}

export function createServices(parts: ServiceParts): InProcessServices {
  const {
    loaded,
    store,
    clock,
    ids,
    detector,
    desks,
    learnedTone,
    languageModel,
    embedder,
    solvedAnswers,
    templates,
    secretKey,
  } = parts;
  const settings = loaded.config.services;
  const stopwatch = () => performance.now();
  const kb = createKnowledgeBase({
    store,
    clock,
    ids,
    languageDetector: detector,
    embedder,
    onWithdrawn: (articleId) => reply.withdrawArticle(articleId),
    deprecatedTerms: settings.kb.deprecated_terms,
    drafting: {
      stopwatch,
      solvedAnswers,
      writer: { detector, languageModel, modelLimits: defaultModelLimits, promptKey: secretKey },
    },
  });
  const reply = createReply({
    store,
    clock,
    ids,
    stopwatch,
    detector,
    passages: kb.passages,
    solvedAnswers,
    templates,
    languageModel,
    modelLimits: defaultModelLimits,
    styles: settings.reply.styles.map(toStyle),
    defaultStyle: settings.reply.style,
    allowedHosts: settings.reply.allowed_hosts,
    promptKey: secretKey,
    misses: kb.misses,
  });
  const sentiment = createSentiment({
    store,
    clock,
    ids,
    detector,
    model: learnedTone,
    languageModel,
    promptKey: secretKey,
    capacity: settings.sentiment.capacity,
    alerting: {
      alertAt: settings.sentiment.alert_at,
      calmAfter: settings.sentiment.calm_after,
      audiences: settings.sentiment.deliver.map(audienceOf),
    },
  });
  return {
    kb,
    sentiment,
    qa: createQa({ store, clock, ids, detector, languageModel, defaultRubric: settings.qa.rubric }),
    reply,
    triage: createTriage({
      store,
      desks,
      detector,
      judgeTone: (text, language) => sentiment.judgeTone(text, language),
      languageModel,
      promptKey: secretKey,
      pinnedRules: configuredRules(loaded.config.routing),
      agentLoadCap: settings.triage.agent_load_cap,
      judgedTickets: parts.judgedTickets,
      clock,
      ids,
      stopwatch,
    }),
  };
}
