import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
}

export interface MailServerOptions {
  /** Absent: nobody needs to log in. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Recipients that it knows nothing of. */
  readonly unknown?: readonly string[];
}

/** A mail server without TLS that keeps what it was given. */
export async function startMailServer({ login, unknown = [] }: MailServerOptions = {}) {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", ...(login === undefined ? ["AUTH"] : [])],
    allowInsecureAuth: true,
    authOptional: login === undefined,
    logger: false,
    onAuth({ username, password }, _, done) {
      const known = username === login?.user && password === login?.password;
      done(known ? null : new Error("who are you?"), known ? { user: username! } : undefined);
    },
    onRcptTo({ address }, _, done) {
      done(unknown.includes(address) ? Object.assign(new Error("no such mailbox"), { responseCode: 550 }) : null);
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = envelope;
        letters.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
