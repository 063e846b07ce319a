import { type LanguageModel, ModelError } from "@otai/service-api/language-model";
import type { LanguageDetector } from "@otai/text/language";
import { type Placeholders, restore } from "@otai/text/personal-data";
import type { Answer, Claim } from "./answer.ts";
import { askModel } from "./ask-model.ts";
import {
  checkSystem,
  createCheckPrompt,
  createDraftPrompt,
  type DraftPromptInput,
  verdictsSchema,
  writtenSchema,
} from "./draft-prompt.ts";
import type { ScreeningRules } from "./screen-sentence.ts";
import type { DraftLanguage } from "./style.ts";
import { isHarmlessQuestion, verifySentences } from "./verify-written.ts";

export interface ModelLimits {
  /** Milliseconds for writing and for checking. */
  readonly draftMs: number;
  readonly checkMs: number;
}

export interface WriteAnswerInput extends Omit<DraftPromptInput, "again"> {
  readonly rules: ScreeningRules;
  readonly limits: ModelLimits;
}

/**
 * An answer in a model's words, of which only what the rules and the model's own second look let through is left.
 * @throws ModelError when the model gives nothing usable, gives away its prompt, or keeps to another language.
 */
export async function writeAnswer(
  input: WriteAnswerInput,
  model: LanguageModel,
  detector: LanguageDetector,
): Promise<Answer> {
  for (const again of [false, true]) {
    const { system, prompt, canary, placeholders } = createDraftPrompt({ ...input, again });
    const written = await askModel(model, {
      purpose: "draft",
      system,
      prompt,
      schema: writtenSchema,
      maxOutputTokens: 1_200,
      timeoutMs: input.limits.draftMs,
    });
    if (holds(canary, written)) {
      throw new ModelError("invalid_model_output", "draft: the answer holds a part of its instructions");
    }
    if (!isIn(input.language, written.sentences.map(({ text }) => text).join(" "), detector)) continue;
    const { claims, removed } = verifySentences(written.sentences, input.sources, placeholders, input.rules);
    const passed = await passCheck(claims, model, input.limits.checkMs, placeholders);
    const failed = claims.filter((claim) => !passed.includes(claim));
    const question =
      written.question === null ? "" : restore(written.question, placeholders).replace(/\s+/g, " ").trim();
    const texts = [...input.thread.messages.map(({ text }) => text), ...input.sources.map(({ text }) => text)];
    return {
      claims: passed,
      removed: [...removed, ...failed.map(({ text }) => ({ text, reason: "unsupported" as const }))],
      followUp: question !== "" && isHarmlessQuestion(question, texts, input.rules) ? question : null,
    };
  }
  throw new ModelError("invalid_model_output", `draft: the answer is not in the language ${input.language}`);
}

/** Also in capitals, or with blanks and hyphens between the letters (S04). */
function holds(canary: string, written: unknown): boolean {
  return JSON.stringify(written)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .includes(canary);
}

/** Rules and model must both agree: what the model does not clear is out. */
async function passCheck(
  claims: readonly Claim[],
  model: LanguageModel,
  timeoutMs: number,
  placeholders: Placeholders,
): Promise<Claim[]> {
  if (claims.length === 0) return [];
  const { verdicts } = await askModel(model, {
    purpose: "draft-check",
    system: checkSystem,
    prompt: createCheckPrompt(claims, placeholders),
    schema: verdictsSchema,
    maxOutputTokens: 600,
    timeoutMs,
  });
  return claims.filter((_, at) => {
    const own = verdicts.filter(({ number }) => number === at + 1);
    return own.length > 0 && own.every(({ supported, forbidden }) => supported && !forbidden);
  });
}

/** Too short to tell counts as right. */
export function isIn(language: DraftLanguage, text: string, detector: LanguageDetector): boolean {
  const detected = detector.detect(text);
  return detected.language === null || detected.confidence < 0.5 || detected.language === language;
}
