import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { Neighbourhood } from "./own-network.ts";

/** An answer of a model has some kilobytes; what never ends is cut off here. */
const mostAnswerBytes = 4 * 1024 * 1024;

export class OversizedAnswerError extends Error {
  constructor() {
    super(`the answer is longer than ${mostAnswerBytes / 1024 / 1024} MiB and was not read`);
    this.name = "OversizedAnswerError";
  }
}

/**
 * `fetch` for one server: only addresses of the neighbourhood, no redirects (a 3xx is the answer, so that neither key nor text follows it
 * elsewhere), answers bounded in size. A connection per call, for they last seconds and a kept one may be dead.
 */
export function createServerFetch(
  { checkLiteral, lookup }: Neighbourhood,
  headers: () => Readonly<Record<string, string>> = () => ({}),
): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(String(input));
    checkLiteral(url);
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const send = url.protocol === "https:" ? secureRequest : plainRequest;
    const request = send(url, {
      method: init.method ?? "GET",
      headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers() },
      agent: false,
      lookup,
      ...(init.signal ? { signal: init.signal } : {}),
    });
    request.on("error", reject);
    request.on("response", async (answer) => {
      try {
        const chunks: Buffer[] = [];
        let size = 0;
        for await (const chunk of answer as AsyncIterable<Buffer>) {
          size += chunk.length;
          if (size > mostAnswerBytes) throw new OversizedAnswerError();
          chunks.push(chunk);
        }
        const status = answer.statusCode ?? 0;
        const answered = Object.entries(answer.headersDistinct).map(([name, values]): [string, string] => [
          name,
          (values ?? []).join(", "),
        ]);
        // A Response takes no body with these.
        const body = status === 204 || status === 205 || status === 304 ? null : Buffer.concat(chunks);
        resolve(new Response(body, { status, headers: answered }));
      } catch (error) {
        reject(error);
      } finally {
        request.destroy();
      }
    });
    request.end(init.body === undefined || init.body === null ? undefined : String(init.body));
    return promise;
  };
}
