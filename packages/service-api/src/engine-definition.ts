import type { z } from "zod";
import type { Embedder } from "./embedder.ts";
import type { LanguageModel } from "./language-model.ts";
import type { AnswerCache, TokenMeter } from "./token-meter.ts";

type Entry = (facts: Record<string, unknown>, message: string) => void;

/** What the host gives to an engine. */
export interface EngineContext {
  /** Milliseconds since epoch. */
  readonly clock: { now(): number };
  /** Never give it keys or text of tickets. */
  readonly log: { readonly info: Entry; readonly warn: Entry };
  /** Ends every call when the host stops. */
  readonly signal: AbortSignal;
  /** Absolute path of the configuration's folder: relative paths and optional packages are looked for from here. */
  readonly folder: string;
}

export interface LanguageModelContext extends EngineContext {
  readonly meter: TokenMeter;
  readonly answers: AnswerCache;
  /** Further headers of each call, e.g. on whose behalf it is. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

export interface LanguageModelDefinition<Params extends z.ZodType = z.ZodType> {
  /** One line for `otai plugins`. */
  readonly title: string;
  readonly params: Params;
  /** Must not touch the network. @throws Error that says what in the configuration is wrong. */
  create(params: z.output<Params>, context: LanguageModelContext): LanguageModel;
}

export interface EmbedderDefinition<Params extends z.ZodType = z.ZodType> {
  readonly title: string;
  readonly params: Params;
  /** Must not touch the network. @throws Error that says what in the configuration is wrong, or what to install. */
  create(params: z.output<Params>, context: EngineContext): Promise<Embedder>;
}

/** Keeps the inferred type of `params` for `create`. */
export function defineLanguageModel<Params extends z.ZodType>(
  definition: LanguageModelDefinition<Params>,
): LanguageModelDefinition {
  return definition as unknown as LanguageModelDefinition;
}

/** Keeps the inferred type of `params` for `create`. */
export function defineEmbedder<Params extends z.ZodType>(definition: EmbedderDefinition<Params>): EmbedderDefinition {
  return definition as unknown as EmbedderDefinition;
}
