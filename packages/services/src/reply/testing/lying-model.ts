import { type LanguageModel, ModelError, type ModelRequest } from "@otai/service-api/language-model";
import type { Written } from "../draft-prompt.ts";

export interface StubModel extends LanguageModel {
  readonly asked: ModelRequest<unknown>[];
}

/** What a stub says when it is asked to write; to the check it nods unless told otherwise. */
export interface StubWords {
  readonly write: (request: ModelRequest<unknown>, time: number) => unknown;
  readonly check?: (request: ModelRequest<unknown>) => unknown;
}

/** A model that answers what it is told to, also what does not fit the schema: whoever asks it must not trust it. */
export function createStubModel({ write, check = nod }: StubWords): StubModel {
  const asked: ModelRequest<unknown>[] = [];
  return {
    name: "stub-1",
    asked,
    async generate<Answer>(request: ModelRequest<Answer>) {
      asked.push(request);
      const time = asked.filter(({ purpose }) => purpose === request.purpose).length;
      const value = await (request.purpose === "draft" ? write(request, time) : check(request));
      return { value: value as Answer, cached: false };
    },
  };
}

export function wrote(
  sentences: readonly Partial<Written["sentences"][number]>[],
  question: string | null = null,
): Written {
  return { sentences: sentences.map((one) => ({ text: "", source: 1, quote: "", ...one })), question };
}

export function failing(reason: ModelError["reason"]): () => never {
  return () => {
    throw new ModelError(reason, "as the test wants it");
  };
}

/** Everything is fine, whatever it is. */
function nod(): unknown {
  return {
    verdicts: Array.from({ length: 20 }, (_, at) => ({ number: at + 1, supported: true, forbidden: false })),
  };
}
