import { signingKey } from "@otai/plugin-kit/signing-key";
import { z } from "zod";
import { targetKey } from "../alerts/audience-of.ts";
import { webAddress } from "./schema-words.ts";

const severity = z.enum(["low", "medium", "high"]);

const allowPrivate = z
  .boolean()
  .default(false)
  .describe("Allow an address inside your own network; http:// goes only there.");

/** Unencrypted only where the network is one's own. */
const plainOnlyInside = ({ url, allow_private }: { readonly url: string; readonly allow_private: boolean }) =>
  allow_private || url.startsWith("https://");
const plainOutside = { path: ["url"], error: "must be https://, or set allow_private: true if the network is yours" };

const webhook = z
  .strictObject({
    url: webAddress.describe("Told in the form of Standard Webhooks 1.0."),
    secret: z
      .string()
      .refine((text) => signingKey(text) !== null, "must have 12 characters or more, or be a whsec_ secret")
      .describe("Messages are signed with it."),
    allow_private: allowPrivate,
  })
  .refine(plainOnlyInside, plainOutside);

const chat = z
  .strictObject({
    url: webAddress.describe("Incoming webhook of Mattermost, Rocket.Chat, Slack or whatever takes {text}."),
    allow_private: allowPrivate,
  })
  .refine(plainOnlyInside, plainOutside);

const mailAddress = z
  .string()
  .max(320)
  .regex(/^[^\s@<>",;:]+@[^\s@<>",;:]+$/, "must be an e-mail address like alerts@company.example");

const mail = z.strictObject({
  smtp: z
    .string()
    .refine(isMailServer, "must be smtp://user:password@host:587, or smtps:// for TLS from the first byte")
    .describe("The server that sends; a password goes over TLS only."),
  from: mailAddress,
  to: z.array(mailAddress).min(1).max(50),
});

const kinds = ["webhook", "chat", "mail"] as const;

const target = z
  .strictObject({
    webhook: webhook.optional(),
    chat: chat.optional(),
    mail: mail.optional(),
    min_severity: severity.default("medium").describe("Alerts below are not told there."),
    ticket_systems: z
      .array(z.string().min(1))
      .min(1)
      .nullable()
      .default(null)
      .describe("Only of tickets of these connections."),
  })
  .refine((given) => kinds.filter((kind) => given[kind] !== undefined).length === 1, {
    error: "must be one of webhook, chat and mail; a second way is a second entry of the list",
    abort: true,
  });

/** `services.sentiment` of the configuration. */
export const sentiment = z
  .strictObject({
    alert_at: z.number().min(0).max(1).default(0.5).describe("Escalation risk from which an alert is raised."),
    calm_after: z
      .number()
      .int()
      .min(0)
      .max(100)
      .default(0)
      .describe("Calm messages in a row after which OTAI resolves an alert by itself; 0 leaves that to people."),
    capacity: z
      .number()
      .int()
      .min(1)
      .max(100)
      .default(10)
      .describe("Escalations that the team can take care of in a day."),
    deliver: z
      .array(target)
      .max(20)
      .superRefine((targets, context) => {
        const keys = targets.map(targetKey);
        for (const [at, key] of keys.entries()) {
          const first = keys.indexOf(key);
          if (first < at)
            context.addIssue({ code: "custom", path: [at], message: `is the same receiver as deliver[${first}]` });
        }
      })
      .default([])
      .describe("Who is told of alerts; nobody by default."),
    model: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe("Folder that otai train --target sentiment wrote; without it the built-in judgement serves."),
  })
  .prefault({});

export type ConfiguredTarget = z.output<typeof target>;

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const bare = (pathname === "" || pathname === "/") && search === "" && hash === "";
  return /^smtps?:$/.test(protocol) && hostname !== "" && bare && (username === "") === (password === "");
}
