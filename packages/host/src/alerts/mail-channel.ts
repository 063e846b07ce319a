import { isLoopbackHost } from "@otai/plugin-kit/network-address";
import type { Reception } from "@otai/plugin-kit/reception";
import { createTransport } from "nodemailer";
import { details, headline } from "./alert-message.ts";
import type { AlertChannel } from "./channel.ts";
import type { Finding } from "./finding.ts";
import { addressesOf, unknownHost } from "./post-message.ts";

export interface MailTarget {
  readonly smtp: string;
  readonly from: string;
  readonly to: readonly string[];
}

const timeoutMs = 15_000;
/** A server that refused once is not asked again at once for the next message. */
const restMs = 60_000;

/** Mail by SMTP. A password travels over TLS only, but for a server on this machine. */
export function createMailChannel(key: string, { smtp, from, to }: MailTarget): AlertChannel {
  const { protocol, hostname, port, username, password } = new URL(smtp);
  const host = hostname.replace(/^\[|\]$/g, "");
  const auth = username === "" ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const label = `mail to ${to[0]}${to.length > 1 ? ` and ${to.length - 1} more` : ""} by ${host}`;
  const transport = createTransport({
    host,
    ...(port === "" ? {} : { port: Number(port) }),
    secure: protocol === "smtps:",
    ...(auth === null ? {} : { auth, requireTLS: protocol === "smtp:" && !isLoopbackHost(host) }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    key,
    label,
    async tell(message, now): Promise<Reception> {
      try {
        const { rejected } = await transport.sendMail({
          from,
          to: [...to],
          subject: headline(message),
          text: `${details(message).join("\n")}\n`,
          date: new Date(now),
          // The same at every attempt, so that a mailbox can drop doubles.
          messageId: `<${message.id}@${from.slice(from.lastIndexOf("@") + 1)}>`,
          // RFC 3834: no mailbox answers it, a helpdesk's neither.
          headers: { "Auto-Submitted": "auto-generated" },
        });
        // The others have it; a second attempt would tell them twice.
        return rejected.length === 0 ? { state: "taken" } : { state: "taken", warning: notTakenFor(rejected.length) };
      } catch (error) {
        return { state: "failed", reason: `${host}: ${explain(error)}`, restMs };
      }
    },
    async check(): Promise<Finding> {
      if ((await addressesOf(host)) === null) return unknownHost(label, host);
      try {
        await transport.verify();
        return { state: "ok", what: `${label}: the server takes mail from here`, steps: [] };
      } catch (error) {
        return {
          state: "failed",
          what: `${label}: ${explain(error)}`,
          steps: ["Check smtp: host, port, user, password."],
        };
      }
    },
  };
}

function notTakenFor(count: number): string {
  return `${count} of the recipients ${count === 1 ? "was" : "were"} refused by the server`;
}

/** One line; servers answer in several, and what they quote ends at the first. */
function explain(error: unknown): string {
  const { message, code } = error as Error & { readonly code?: string };
  if (code === "ETLS") return "the server offers no TLS, and a password is not sent without (ETLS)";
  if (code === "EAUTH") return "user and password were not accepted (EAUTH)";
  return `${message.split("\n")[0]}${code === undefined ? "" : ` (${code})`}`;
}
