import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Purpose = "draft" | "draft-check" | "qa" | "classify" | "sentiment";

/** What a language model is asked, taken off the wire. */
export interface Asked {
  readonly purpose: Purpose;
  readonly system: string;
  readonly prompt: string;
}

/** An answer in the schema, a model's words as they are, or whatever a server does with its connection. */
export type Reaction = object | string | ((response: ServerResponse) => void);
export type Saying = (asked: Asked) => Reaction;
export type Script = Readonly<Partial<Record<Purpose, Saying>>>;

interface Completion {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format: {
    readonly json_schema: { readonly schema: { readonly properties: Readonly<Record<string, unknown>> } };
  };
}

/** The key of its schema by which a question is known. */
const marks: readonly (readonly [key: string, purpose: Purpose])[] = [
  ["sentences", "draft"],
  ["verdicts", "draft-check"],
  ["criteria", "qa"],
  ["category", "classify"],
  ["score", "sentiment"],
];

/** An OpenAI-compatible server that says what a test wants, and keeps every byte that it was sent. */
export async function startLyingServer(honest: Required<Script>) {
  const asked: Asked[] = [];
  const received: string[] = [];
  let script: Script = {};
  let all: Saying | null = null;
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    received.push(`${request.url} ${JSON.stringify(request.headers)} ${text}`);
    const one = read(JSON.parse(text));
    asked.push(one);
    const reaction = (all ?? script[one.purpose] ?? honest[one.purpose])(one);
    if (typeof reaction === "function") (reaction as (response: ServerResponse) => void)(response);
    else says(typeof reaction === "string" ? reaction : JSON.stringify(reaction))(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    /** Everything on the wire, headers too. */
    received,
    /** From now on; what is not in the script is answered honestly. */
    lie(next: Script): void {
      [script, all] = [next, null];
    },
    /** Whatever is asked. */
    always(next: Saying): void {
      all = next;
    },
    async close(): Promise<void> {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function read({ messages, response_format }: Completion): Asked {
  const keys = Object.keys(response_format.json_schema.schema.properties);
  const purpose = marks.find(([key]) => keys.includes(key))![1];
  const contentOf = (role: string) => messages.find((message) => message.role === role)!.content;
  return { purpose, system: contentOf("system"), prompt: contentOf("user") };
}

/** A chat completion. */
function says(content: string) {
  return (response: ServerResponse): void => {
    const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }];
    const usage = { prompt_tokens: 40, completion_tokens: 10 };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ id: "c", object: "chat.completion", created: 1, model: "m", choices, usage }));
  };
}

export function refuses(status: number, headers: Readonly<Record<string, string>> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { message: "no", code: status } }));
  };
}

/** The beginning of an answer, and never its end. */
export function streamsForEver(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"id": "c", "choices": [{"message": {"content": "');
  const timer = setInterval(() => response.write("and so on "), 20);
  response.on("close", () => clearInterval(timer));
}

/** Keeps the connection and says nothing. */
export function staysSilent(): void {}
