import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fixture } from "./wire-desk.ts";

export interface ListServer {
  readonly url: string;
  /** How often a page beyond the 300th was asked for. */
  readonly refused: number;
  close(): Promise<void>;
}

const begin = Date.UTC(2026, 0, 1);
const perSecond = 7;

/** A list of so many tickets, seven per second, with Freshdesk's pages: 100 each, no more than 300. */
export async function startListServer(count: number): Promise<ListServer> {
  let refused = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url!, "http://list");
    const reply = (status: number, body: unknown, headers = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    if (url.pathname !== "/api/v2/tickets") return reply(200, []);
    const page = Number(url.searchParams.get("page"));
    if (page > 300) {
      refused++;
      return reply(400, fixture("tickets-beyond-page-300").response.body);
    }
    const since = Math.max(0, Math.ceil((Date.parse(url.searchParams.get("updated_since")!) - begin) / 1000));
    const from = since * perSecond;
    const descending = url.searchParams.get("order_type") === "desc";
    const rows = [];
    for (let offset = (page - 1) * 100; offset < Math.min(page * 100, count - from); offset++) {
      const index = descending ? count - 1 - offset : from + offset;
      const at = new Date(begin + Math.floor(index / perSecond) * 1000).toISOString();
      rows.push({ id: index + 1, status: 2, description_text: "words", created_at: at, updated_at: at });
    }
    return reply(200, rows, count - from > page * 100 ? { link: '<http://list/next>; rel="next"' } : {});
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get refused() {
      return refused;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
