import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ticket } from "./wire-desk.ts";

export interface ListServer {
  readonly url: string;
  /** Second of the last change by id, on the server's clock; a test changes them. */
  readonly changed: Map<string, string>;
  /** What each ticket says of its creation. */
  created: () => { readonly Created?: string; readonly Age?: number };
  /** Called after a search was answered, before its tickets are read. */
  afterSearch: () => void;
  readonly searches: URLSearchParams[];
  close(): Promise<void>;
}

/**
 * TicketSearch by last change and TicketGet as the reference describes them: whole seconds, a limit and no pages, and another
 * order within a second at each call.
 */
export async function startListServer(): Promise<ListServer> {
  const changed = new Map<string, string>();
  const searches: URLSearchParams[] = [];
  let turn = 0;
  const server = createServer((request, response) => {
    request.resume();
    const url = new URL(request.url ?? "", "http://desk");
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer(url)));
    if (url.pathname.endsWith("/Ticket")) list.afterSearch();
  });

  function answer({ pathname, searchParams: query }: URL): unknown {
    if (pathname.endsWith("/Session")) return { SessionID: "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6" };
    if (pathname.endsWith("/Ticket")) return search(query);
    const ids = pathname.split("/").at(-1)!.split(",");
    return { Ticket: ids.map((id) => ticket({ TicketID: Number(id), Changed: changed.get(id), ...list.created() })) };
  }

  function search(query: URLSearchParams): unknown {
    searches.push(query);
    turn += 1;
    const newer = query.get("TicketLastChangeTimeNewerDate") ?? "";
    const older = query.get("TicketLastChangeTimeOlderDate") ?? "9";
    const up = query.get("OrderBy") === "Up" ? 1 : -1;
    const found = [...changed].filter(([, stamp]) => stamp >= newer && stamp <= older);
    found.sort(([left, a], [right, b]) =>
      a === b ? (turn % 2 === 0 ? 1 : -1) * (Number(left) - Number(right)) : a < b ? -up : up,
    );
    const ids = found.slice(0, Number(query.get("Limit") ?? 500)).map(([id]) => id);
    return ids.length === 0 ? {} : { TicketID: ids };
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const list: ListServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changed,
    searches,
    created: () => ({}),
    afterSearch: () => {},
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return list;
}
