import { isIP } from "node:net";
import { priorities, statuses } from "@otai/plugin-api/ticket";
import { ticketEventKinds } from "@otai/plugin-api/webhook";
import { isLoopbackHost, isPublicAddress } from "@otai/plugin-kit/network-address";
import { transportParams } from "@otai/plugin-kit/params";
import { signingKey } from "@otai/plugin-kit/signing-key";
import { z } from "zod";
import { payloadFields } from "./payload-fields.ts";

const callbackUrl = z
  .string()
  .trim()
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  }, "must be an http:// or https:// address without user name and password");

const secret = z
  .string()
  .refine(
    (text) => signingKey(text) !== null,
    "must be whsec_ and 24 to 64 bytes in base64, or a text of 12 characters or more",
  );

const queue = z.union([
  z
    .string()
    .trim()
    .min(1)
    .transform((name) => ({ id: name, name })),
  z.strictObject({ id: z.union([z.string().min(1), z.number()]).transform(String), name: z.string().min(1) }),
]);

const paths = z.union([
  z
    .string()
    .min(1)
    .transform((path) => [path]),
  z.array(z.string().min(1)).min(1),
]);

/** The `params` of a generic connection in `config.yml`. */
export const webhookParams = z
  .strictObject({
    callback_url: callbackUrl.optional().describe("Where results are posted. Without it they wait to be fetched."),
    callback_secret: secret.optional().describe("Signs the callbacks (Standard Webhooks). Needed with callback_url."),
    callback_previous_secrets: z.array(secret).default([]).describe("Sign as well, while the receiver rotates."),
    allow_private_callback: z
      .boolean()
      .default(false)
      .describe("callback_url may lie on this machine or inside the private network."),
    signature_header: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, "must be the name of a header")
      .default("X-Webhook-Signature")
      .describe(
        "Header with the HMAC-SHA256 of time stamp, dot and body, where the sender does not sign by the standard.",
      ),
    timestamp_header: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, "must be the name of a header")
      .default("X-Webhook-Timestamp")
      .describe("Header with the time stamp that is signed."),
    hubspot_url: callbackUrl
      .optional()
      .describe("The address as it stands at HubSpot, which signs it too (X-HubSpot-Signature-v3)."),
    paths: z
      .partialRecord(z.enum(payloadFields), paths)
      .default({})
      .describe("Where a field stands in the payload, e.g. {ticket_id: issue.key}; looked at before the usual names."),
    events: z
      .record(z.string().min(1), z.enum([...ticketEventKinds, "ignore"]))
      .default({})
      .describe("What the sender's own event types mean, e.g. {case.reopened: ticket-updated}."),
    queues: z
      .array(queue)
      .default([])
      .describe("Names of your queues, or {id, name}. Those seen in payloads are known by themselves."),
    priorities: z
      .record(z.string(), z.enum(priorities))
      .default({})
      .describe('What the sender\'s priorities mean, e.g. {"1": urgent}.'),
    statuses: z
      .record(z.string(), z.enum(statuses))
      .default({})
      .describe("What the sender's statuses mean, e.g. {parked: pending}."),
    ...transportParams,
    timeout: z.number().positive().max(30).default(15).describe("Seconds until a callback is given up."),
  })
  .superRefine((params, context) => {
    const wrong = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    if (params.callback_url === undefined) return;
    if (params.callback_secret === undefined) wrong("callback_secret", "is missing: callbacks are always signed");
    if (!URL.canParse(params.callback_url)) return;
    const { hostname, protocol } = new URL(params.callback_url);
    const host = hostname.replace(/^\[|\]$/g, "");
    if (!params.allow_private_callback && (isLoopbackHost(host) || (isIP(host) !== 0 && !isPublicAddress(host)))) {
      wrong(
        "callback_url",
        `${host} is this machine or inside a private network: set allow_private_callback: true if that is meant`,
      );
    }
    if (protocol === "http:" && !isLoopbackHost(host) && !params.allow_insecure) {
      wrong(
        "callback_url",
        "http:// would send the results unencrypted; use https://, or set allow_insecure: true beside it",
      );
    }
  });

export type WebhookParams = z.output<typeof webhookParams>;
