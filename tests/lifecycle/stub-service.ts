import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ServiceCall {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into requests of any shape
  readonly body: any;
}

/** What is answered; a status other than 200 by `status`, text instead of JSON by a string as `body`. */
export interface StubAnswer {
  readonly status?: number;
  readonly body: unknown;
}

export type Answering = (call: ServiceCall) => StubAnswer | Promise<StubAnswer>;

/** Somebody else's implementation of a service: a server that remembers what it was asked. */
export async function startStubService(answer: Answering) {
  const calls: ServiceCall[] = [];
  let sockets = 0;
  let answering = answer;
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    const call = { path: request.url!, body: text === "" ? null : JSON.parse(text) };
    calls.push(call);
    const { status = 200, body } = await answering(call);
    const html = typeof body === "string";
    response.writeHead(status, { "content-type": html ? "text/html" : "application/json" });
    response.end(html ? body : JSON.stringify(body));
  });
  server.on("connection", () => {
    sockets += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    sockets: () => sockets,
    answerBy(next: Answering) {
      answering = next;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

export type StubService = Awaited<ReturnType<typeof startStubService>>;

/** A triage that knows no more than the published fields: what speaks of money is billing. */
export function publishedTriage(change: Readonly<Record<string, unknown>> = {}): Answering {
  return ({ path, body }) => {
    if (path.endsWith("/route")) {
      const team = body.category === "billing" ? "Billing" : "Technical Support";
      return { body: { team, agent: null, reason: `${team} takes it`, group_id: null, group_name: team } };
    }
    const category = /charged|invoice/i.test(`${body.subject} ${body.body}`) ? "billing" : "technical_support";
    return { body: { category, urgency: "high", sentiment: "negative", confidence: 0.93, ...change } };
  };
}
