import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { safeUrl } from "@otai/plugin-kit/safe-url";
import type { TokenCount } from "@otai/service-api/token-meter";
import { generateText, Output } from "ai";
import { createNeighbourhood } from "./own-network.ts";
import type { LanguageModelParams } from "./params.ts";
import { estimateTokens, type Question } from "./question.ts";
import { explainFailure } from "./server-failure.ts";
import { createServerFetch } from "./server-fetch.ts";

export interface ServerAnswer {
  readonly text: string;
  readonly used: TokenCount;
}

export interface Client {
  /** @throws ServerFailure */
  ask(question: Question, signal: AbortSignal): Promise<ServerAnswer>;
}

/** How a server is told to answer in JSON, the best first. */
const forms = ["schema", "json", "words"] as const;
/** Fields of the request that are not the administrator's to set. */
const ours = new Set(["model", "messages", "stream", "response_format", "tools"]);

/**
 * One OpenAI-compatible server. Which form of answer it understands is found out with the first questions.
 * @throws ForeignAddressError for an address literal that may not be called.
 */
export function createClient(
  params: LanguageModelParams,
  clock: { now(): number },
  headers: () => Readonly<Record<string, string>> = () => ({}),
): Client {
  const { base_url: baseURL, model, api_key: apiKey, allow_public: allowPublic } = params;
  const neighbourhood = createNeighbourhood(allowPublic);
  neighbourhood.checkLiteral(new URL(baseURL));
  const further = Object.fromEntries(Object.entries(params.request).filter(([name]) => !ours.has(name)));
  const server = createOpenAICompatible({
    name: "llm",
    baseURL,
    ...(apiKey === null ? {} : { apiKey }),
    supportsStructuredOutputs: true,
    fetch: createServerFetch(neighbourhood, headers),
    transformRequestBody: (body) => ({ ...body, ...further }),
  });
  let known = 0;

  async function askIn(form: (typeof forms)[number], question: Question, signal: AbortSignal): Promise<ServerAnswer> {
    const { system, schema, messages, maxOutputTokens } = question;
    const told = `${system}\n\nAnswer with one JSON object that fits this JSON Schema, and nothing else:\n${JSON.stringify(schema)}`;
    const responseFormat =
      form === "words"
        ? { type: "text" as const }
        : { type: "json" as const, ...(form === "schema" ? { name: "answer", schema } : {}) };
    const { text, usage } = await generateText({
      model: server.chatModel(model),
      instructions: form === "schema" ? system : told,
      messages: [...messages],
      // The text as it came: models that do not keep to the format are read leniently.
      output: { ...Output.text(), responseFormat: Promise.resolve(responseFormat) },
      maxOutputTokens,
      temperature: 0,
      maxRetries: 0,
      abortSignal: signal,
    });
    const prompt = [system, ...messages.map(({ content }) => content)].join("");
    return {
      text,
      used: {
        promptTokens: countOr(usage.inputTokens, estimateTokens(prompt)),
        completionTokens: countOr(usage.outputTokens, estimateTokens(text)),
      },
    };
  }

  return {
    async ask(question, signal) {
      for (let form = known; ; form += 1) {
        try {
          const answer = await askIn(forms[form]!, question, signal);
          known = form;
          return answer;
        } catch (error) {
          const failure = explainFailure(error, safeUrl(baseURL), clock.now());
          if (form + 1 === forms.length || !failure.formUnknown) throw failure;
        }
      }
    },
  };
}

/** A server's own count where it makes sense. */
function countOr(count: number | undefined, estimate: number): number {
  return count !== undefined && Number.isSafeInteger(count) && count >= 0 ? count : estimate;
}
