import type { LanguageModel } from "@otai/service-api/language-model";
import type { LanguageDetector } from "@otai/text/language";
import type { Misses, Passages } from "../knowledge-base/passages.ts";
import type { AnswerTemplates } from "../ports/answer-templates.ts";
import type { ReplyRepositories } from "../ports/reply.ts";
import type { SolvedAnswers } from "../ports/solved-answers.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import type { Style } from "./style.ts";
import type { ModelLimits } from "./write-answer.ts";

/** What Reply stands on. */
export interface ReplySurroundings {
  readonly store: UnitOfWork<ReplyRepositories>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Milliseconds from any beginning, for latencies. */
  readonly stopwatch: () => number;
  readonly detector: LanguageDetector;
  readonly passages: Passages;
  readonly solvedAnswers: SolvedAnswers | null;
  /** Canned answers that may be suggested beside a draft. */
  readonly templates: AnswerTemplates;
  /** Without one drafts are quotations. */
  readonly languageModel: LanguageModel | null;
  readonly modelLimits: ModelLimits;
  /** Custom styles beside `friendly` and `formal`. */
  readonly styles: readonly Style[];
  readonly defaultStyle: string;
  /** Hosts that drafts may link to whatever article the link is from. */
  readonly allowedHosts: readonly string[];
  /** Secret from which the marks around a model's data are made. */
  readonly promptKey: string;
  /** Told of questions that no article answered, or that a rejected draft answered wrongly. */
  readonly misses: Misses | null;
}

/** Long enough for a slow local model, short enough that a caller still waits. */
export const defaultModelLimits: ModelLimits = { draftMs: 45_000, checkMs: 25_000 };
