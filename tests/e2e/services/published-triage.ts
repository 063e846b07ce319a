import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface PublishedTriage {
  readonly url: string;
  /** Bodies of the requests, by path. */
  readonly asked: ReadonlyMap<string, readonly unknown[]>;
  close(): Promise<void>;
}

/** Somebody else's implementation of the contract: always billing, high, 0.93, to one group, in the published fields. */
export async function startPublishedTriage(group: Readonly<Record<string, unknown>>): Promise<PublishedTriage> {
  const answers: Readonly<Record<string, unknown>> = {
    "/classify": { category: "billing", urgency: "high", sentiment: "negative", confidence: 0.93 },
    "/route": { team: "billing", agent: null, reason: "Billing takes what is about money", ...group },
  };
  const asked = new Map<string, unknown[]>();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const path = request.url ?? "";
    asked.set(path, [...(asked.get(path) ?? []), JSON.parse(body)]);
    response.writeHead(path in answers ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answers[path] ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
