import { AuthenticationError, RefusedError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { RawAnswer } from "@otai/plugin-kit/http-answer";
import { createHttpClient, type HttpClient, type HttpRequest } from "@otai/plugin-kit/http-client";
import { createTlsOptions } from "@otai/plugin-kit/tls";
import type { z } from "zod";
import { explainZammadError } from "./explain-error.ts";
import { authorization, type ZammadParams } from "./params.ts";
import { readAnswer } from "./read-answer.ts";
import { mergeAnswer } from "./schema.ts";

export interface ZammadClient extends HttpClient {
  /** Reads a resource and checks the part of it that we use. */
  get<Schema extends z.ZodType>(path: string, schema: Schema, query?: HttpRequest["query"]): Promise<z.output<Schema>>;
}

/** Authentication, address and error words of one installation; knows nothing about tickets. */
export function createZammadClient(params: ZammadParams, context: PluginContext): ZammadClient {
  const { base_url, verify, allow_insecure } = params;
  const header = authorization(params);
  const http = createHttpClient({
    baseUrl: `${base_url}/api/v1`,
    authorization: () => header,
    timeoutMs: params.timeout * 1000,
    tls: createTlsOptions({ baseUrl: base_url, verify, allow_insecure }, context.connection, context.log),
    context,
    // Zammad counts log-ins and forms only. A proxy in front may answer 429 all the same.
    rate: { classOf: () => "api", read: () => null },
    explain: explainZammadError,
    throwFor,
  });
  return {
    ...http,
    async get(path, schema, query) {
      const answer = await http.request({ method: "GET", path, repeatable: true, ...(query && { query }) });
      return readAnswer(schema, answer.body, `GET ${path}`);
    },
  };
}

function throwFor({ status, method, url, body }: RawAnswer): void {
  // Everybody may ask who they are, so a 403 there is the token itself; some versions answer so instead of 401 (ZM-17).
  if (status === 403 && url.endsWith("/users/me")) {
    throw new AuthenticationError(
      `${method} ${url}: Zammad refuses the token or its permission (403): it is wrong, expired, or lacks ticket.agent`,
      { url, status },
    );
  }
  const failed = status < 300 && mergeAnswer.safeParse(body).data?.result === "failed";
  if (failed) {
    const reason = mergeAnswer.parse(body).message ?? "without an explanation";
    throw new RefusedError(`${method} ${url}: Zammad answered ${status}, but the result is "failed": ${reason}`, [], {
      url,
      status,
    });
  }
}
