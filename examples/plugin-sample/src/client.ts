import type { PluginContext } from "@otai/plugin-api/plugin";
import { answerReader } from "@otai/plugin-kit/answer-reader";
import { createHttpClient, type HttpRequest } from "@otai/plugin-kit/http-client";
import { createTlsOptions } from "@otai/plugin-kit/tls";
import { z } from "zod";
import type { PlainDeskParams } from "./params.ts";

export interface PlainDeskClient {
  /** One call, its answer checked. @throws OtaiError for everything but a good answer */
  call<Schema extends z.ZodType>(schema: Schema, request: HttpRequest): Promise<z.output<Schema>>;
}

// Replace: how your helpdesk says what it refuses.
const errorBody = z.object({
  error: z.string(),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).default([]),
});

const readAnswer = answerReader("Plain Desk");

/** Address, authentication, limits and error words; nothing about tickets. */
export function createPlainDeskClient(params: PlainDeskParams, context: PluginContext): PlainDeskClient {
  const { base_url, token, verify, allow_insecure, timeout } = params;
  const http = createHttpClient({
    // Replace: where the API is, and how it is told who asks.
    baseUrl: `${base_url}/api`,
    authorization: () => `Bearer ${token}`,
    timeoutMs: timeout * 1000,
    tls: createTlsOptions({ baseUrl: base_url, verify, allow_insecure }, context.connection, context.log),
    context,
    // Replace: what your helpdesk counts together, and the headers that tell what is left.
    // Plain Desk counts lists apart from the rest, and says nothing in its headers.
    rate: { classOf: (_method, path) => (path === "/tickets" ? "lists" : "tickets"), read: () => null },
    explain(status, body) {
      const { error, fields } = errorBody.safeParse(body).data ?? {
        error: `Plain Desk answered ${status}`,
        fields: [],
      };
      return { message: error, fields };
    },
  });
  return {
    async call(schema, request) {
      const { body } = await http.request(request);
      return readAnswer(schema, body, `${request.method} ${request.path}`);
    },
  };
}
