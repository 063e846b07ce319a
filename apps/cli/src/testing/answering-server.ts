import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface AnsweringServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  close(): void;
}

/** A server on a free port of loopback that answers as told. */
export async function startServer(answer: RequestListener): Promise<AnsweringServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
