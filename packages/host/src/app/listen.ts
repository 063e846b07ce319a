import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { ConfigError } from "@otai/plugin-api/errors";

export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** @throws ConfigError when the port is taken or may not be used. */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info: AddressInfo) => {
      const name = host.includes(":") ? `[${host}]` : host;
      resolve({
        url: `http://${name}:${info.port}`,
        port: info.port,
        close: () =>
          new Promise<void>((done) => {
            server.close(() => done());
            if ("closeIdleConnections" in server) server.closeIdleConnections();
            setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 2000).unref();
          }),
      });
    });
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new ConfigError(
      `port ${port} is in use by another program: stop it, or choose another port with --port or OTAI_PORT`,
    );
  }
  if (error.code === "EACCES")
    return new ConfigError(`port ${port} may not be used by this user: choose one above 1023`);
  if (error.code === "EADDRNOTAVAIL") return new ConfigError(`${host} is no address of this machine`);
  return error;
}
