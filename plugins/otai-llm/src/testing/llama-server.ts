import type { ServerResponse } from "node:http";

/**
 * What llama-server 0.7.0 (b11669, Debian's llama.cpp 1:0.7.0+dfsg-2) answered to our questions, recorded with a model of invented weights.
 * Answers are whole but for `content`, which the weights made up and a test may replace.
 */
export const llamaServer = {
  answers: (content: string, finish: "stop" | "length" = "stop") =>
    reply(200, {
      choices: [{ finish_reason: finish, index: 0, message: { role: "assistant", content } }],
      created: 1795252432,
      model: "/models/nonsense.gguf",
      system_fingerprint: "b11669-Debian",
      object: "chat.completion",
      usage: {
        completion_tokens: 52,
        prompt_tokens: 26,
        total_tokens: 78,
        prompt_tokens_details: { cached_tokens: 25 },
      },
      id: "chatcmpl-2szNImlwq6v3vICPEA5PbtDEIDxNUShl",
      timings: {
        ...{ cache_n: 25, prompt_n: 1, prompt_ms: 235.644, prompt_per_token_ms: 235.644, prompt_per_second: 4.24 },
        ...{ predicted_n: 52, predicted_ms: 2148.039, predicted_per_token_ms: 42.1, predicted_per_second: 23.7 },
      },
    }),
  /** The schema does not bind numbers to a range. */
  beyondTheScale: '{"category"\n                    : "shipping","score"\n:-515371e8537074074167071}',
  /** At `max_tokens` it ends in the middle, with 200. */
  cut: '{"category"\n',
  withBlanks: '{"category"\n  \t:"shipping","score"\n  \t:0.2222225}',
  wantsKey: reply(401, { error: { message: "Invalid API Key", type: "authentication_error", code: 401 } }),
  loads: reply(503, { error: { message: "Loading model", type: "unavailable_error", code: 503 } }),
  knowsNoPath: reply(404, { error: { message: "File Not Found", type: "not_found_error", code: 404 } }),
  /** The model wrote bytes that are no UTF-8. */
  cannotReadItsModel: reply(500, {
    error: {
      code: 500,
      message: "The model produced output that does not match the expected peg-native format",
      type: "server_error",
    },
  }),
  context: reply(400, {
    error: {
      code: 400,
      message: "request (40021 tokens) exceeds the available context size (8192 tokens), try increasing it",
      type: "exceed_context_size_error",
      n_prompt_tokens: 40021,
      n_ctx: 8192,
    },
  }),
  cannotUseSchema: reply(400, {
    error: {
      code: 400,
      message:
        "Unable to generate parser for this template. Automatic parser generation failed: JSON schema error at #: unrecognized type foo",
      type: "invalid_request_error",
    },
  }),
} as const;

function reply(status: number, body: object) {
  return (response: ServerResponse): void => {
    response.writeHead(status, {
      server: "llama.cpp",
      "access-control-allow-origin": "",
      "content-type": "application/json; charset=utf-8",
    });
    response.end(JSON.stringify(body));
  };
}
