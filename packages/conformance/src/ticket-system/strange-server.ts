import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface StrangeServer {
  readonly url: string;
  /** Values of the Authorization headers that came, without repetition. */
  readonly authorizations: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Something that is not the helpdesk and sits at its address: a login page, a proxy, a broken line. */
export async function startStrangeServer(answer: RequestListener): Promise<StrangeServer> {
  const authorizations = new Set<string>();
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) authorizations.add(authorization);
    request.resume();
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authorizations,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
