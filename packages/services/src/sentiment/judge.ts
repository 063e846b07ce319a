import { createHmac } from "node:crypto";
import type { DegradedReason, EngineBlock } from "@otai/service-api/engine-block";
import { type LanguageModel, ModelError } from "@otai/service-api/language-model";
import type { Sentiment, SkipReason } from "@otai/service-api/sentiment";
import { detectAutoMail } from "@otai/text/auto-mail";
import type { LanguageDetector } from "@otai/text/language";
import { askModel } from "./ask-model.ts";
import { findTriggers, findWatchWords, riskFrom } from "./escalation.ts";
import { judgeLanguage } from "./judge-language.ts";
import { nearestLexicon } from "./lexicon/built-in.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { ownWords } from "./own-words.ts";
import type { PhraseTable } from "./phrase-table.ts";
import type { SentimentModel } from "./sentiment-model.ts";
import { readTone } from "./tone.ts";
import { type Word, wordsOf } from "./words.ts";

/** Raised whenever the lexicons or rules may judge a text otherwise. */
const rulesVersion = "tone-3";
const mostTonePhrases = 3;

export interface JudgeParts {
  readonly lexicons: readonly Lexicon[];
  readonly detector: LanguageDetector;
  /** The tone learned on this installation, if any. */
  readonly model: () => SentimentModel | null;
  readonly languageModel: LanguageModel | null;
  readonly watchWords: PhraseTable<true>;
  /** Secret from which the marks around a model's data are made: the same message has the same mark, so that answers are cached. */
  readonly promptKey: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Judgement
  extends Pick<Sentiment, "score" | "escalation_risk" | "triggers" | "confidence" | "evidence">,
    Omit<EngineBlock, "latency_ms"> {
  readonly skipped: SkipReason | null;
  /** Words of the administrator's list that stand in the text. */
  readonly watched: readonly string[];
}

/** Judges messages; keeps nothing. */
export class Judge {
  readonly #parts: JudgeParts;

  constructor(parts: JudgeParts) {
    this.#parts = parts;
  }

  /** By the embedded engines alone. */
  judge(text: string, hint: string | null): Judgement {
    const { lexicons, detector, watchWords } = this.#parts;
    const { plain, own } = ownWords(text);
    if (own.trim() === "") return skip("empty_text", null);
    if (detectAutoMail({ subject: "", body: own.trim() }) !== null) return skip("auto_generated", null);
    const words = wordsOf(own);
    const watched = findWatchWords(words, watchWords);
    const language = judgeLanguage(own, words, { lexicons, detector, hint });
    const lexicon =
      language === null ? nearestLexicon(words, lexicons) : lexicons.find((one) => one.language === language);
    const model = this.#parts.model();
    const learned = model?.knows(language, lexicon !== undefined) ? model : null;
    if (lexicon === undefined && learned === null) return foreign(plain, language, watched);
    const tone = this.#tone(own, words, lexicon, learned);
    const triggers = lexicon === undefined ? [] : findTriggers(words, lexicon);
    return {
      score: tone.score,
      escalation_risk: riskFrom(triggers, tone.score),
      triggers: distinct(plain, triggers),
      confidence: tone.confidence,
      evidence: evidenceOf(plain, [...triggers, ...watched], tone.evidence),
      watched: distinct(plain, watched),
      skipped: null,
      engine: learned === null ? "rules" : "linear",
      model_version: learned?.version ?? rulesVersion,
      degraded: false,
      degraded_reason: null,
      calibrated: learned?.calibrated ?? false,
      language,
    };
  }

  /** Asks the language model where there is one; when it fails the embedded engines have the word, and the answer says so. */
  async judgeWithModel(text: string, hint: string | null): Promise<Judgement> {
    const { languageModel, promptKey } = this.#parts;
    const judgement = this.judge(text, hint);
    const silent = judgement.skipped !== null && judgement.skipped !== "unsupported_language";
    if (languageModel === null || silent) return judgement;
    try {
      const own = ownWords(text).own.trim();
      const mark = createHmac("sha256", promptKey).update(own).digest("hex").slice(0, 24);
      const { score, confidence } = await askModel(languageModel, own, mark);
      return {
        // The risk stays the rules': a model that was talked into kindness must not hide a threat.
        ...judgement,
        score,
        confidence,
        skipped: null,
        engine: "llm",
        model_version: `llm:${languageModel.name}`,
        degraded: false,
        degraded_reason: null,
        calibrated: false,
      };
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      return degradedBy(judgement, error.reason);
    }
  }

  #tone(own: string, words: readonly Word[], lexicon: Lexicon | undefined, learned: SentimentModel | null) {
    if (learned !== null) return learned.read(own, this.#parts.lexicons);
    const { score, confidence, hits } = readTone(own, words, lexicon!);
    const sign = score < 0 ? -1 : 1;
    const evidence = hits
      .filter(({ weight }) => weight * sign > 0)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    return { score, confidence, evidence };
  }
}

function skip(reason: SkipReason, language: string | null): Judgement {
  return {
    score: 0,
    escalation_risk: 0,
    triggers: [],
    confidence: 0,
    evidence: [],
    watched: [],
    skipped: reason,
    engine: "rules",
    model_version: rulesVersion,
    degraded: false,
    degraded_reason: null,
    calibrated: false,
    language,
  };
}

/** Nothing is said of a language that nobody taught; words that the administrator listed are still found. */
function foreign(plain: string, language: string | null, watched: readonly Span[]): Judgement {
  const found = distinct(plain, watched);
  return {
    ...degradedBy(skip("unsupported_language", language), "unsupported_language"),
    triggers: found,
    watched: found,
    evidence: evidenceOf(plain, watched, []),
  };
}

function degradedBy(judgement: Judgement, reason: DegradedReason): Judgement {
  // What was degraded already keeps the reason that says most about the result.
  return { ...judgement, degraded: true, degraded_reason: judgement.degraded_reason ?? reason };
}

/** Verbatim, each once, in the order of the text. */
function distinct(text: string, spans: readonly Span[]): string[] {
  const found = new Map<string, string>();
  for (const { start, end } of spans) {
    const phrase = text.slice(start, end);
    if (!found.has(phrase.toLowerCase())) found.set(phrase.toLowerCase(), phrase);
  }
  return [...found.values()];
}

/** All that may raise an alert, and the phrases that coloured the text most; in the order of the text. */
function evidenceOf(text: string, decisive: readonly Span[], colouring: readonly Span[]): Sentiment["evidence"] {
  const overlaps = (span: Span) => decisive.some(({ start, end }) => span.start < end && start < span.end);
  return [...decisive, ...colouring.filter((span) => !overlaps(span)).slice(0, mostTonePhrases)]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}
