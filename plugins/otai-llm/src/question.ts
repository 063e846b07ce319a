import { createHash } from "node:crypto";
import type { ModelRequest } from "@otai/service-api/language-model";
import type { TokenCount } from "@otai/service-api/token-meter";
import { z } from "zod";

/** Raise it when answers of an earlier version must not be used any more. */
const questionVersion = 1;

/** A request in the words of the wire. */
export interface Question {
  readonly system: string;
  readonly messages: readonly { readonly role: "user" | "assistant"; readonly content: string }[];
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxOutputTokens: number;
}

export function askedBy({ system, prompt, schema, maxOutputTokens }: ModelRequest<unknown>): Question {
  return { system, messages: [{ role: "user", content: prompt }], schema: describe(schema), maxOutputTokens };
}

/** The same once more, with what was wrong with the answer. */
export function repaired(question: Question, answer: string, fault: string): Question {
  const complaint = `That answer cannot be used. ${fault}\nAnswer again, with one JSON object that fits the schema and nothing else.`;
  return {
    ...question,
    messages: [...question.messages, { role: "assistant", content: answer }, { role: "user", content: complaint }],
  };
}

/** Closed objects throughout: servers that decode by the schema then cannot invent a key. */
function describe(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema, ...described } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override({ jsonSchema }) {
      if (jsonSchema.properties !== undefined) jsonSchema.additionalProperties ??= false;
    },
  });
  return described;
}

/** The same for everything that could give another answer, different otherwise. */
export function contentHash(question: Question, server: Readonly<Record<string, unknown>>): string {
  return createHash("sha256")
    .update(JSON.stringify([questionVersion, server, question]))
    .digest("hex");
}

/** Bytes per token, low: English has four, Chinese three. */
const bytesPerToken = 3;
/** For the frame around the texts. */
const frameTokens = 64;

export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}

/** The most that a question can use, estimated from above. */
export function mostTokens({ system, messages, schema, maxOutputTokens }: Question): TokenCount {
  const text = [system, ...messages.map(({ content }) => content), JSON.stringify(schema)].join("");
  return { promptTokens: estimateTokens(text) + frameTokens, completionTokens: maxOutputTokens };
}
