import { z } from "zod";
import { API_FAULTS, WEBHOOK_FAULTS } from "../faults/fault-plan.ts";

const text = z.string().max(1_000_000);
/** As large as the mails that helpdesks take. */
const letter = z.string().max(20_000_000);
const priority = z.enum(["low", "normal", "high", "urgent"]);
const status = z.enum(["new", "open", "pending", "hold", "solved", "closed"]);
const events = z.enum(["ticket-created", "customer-replied", "ticket-updated", "ticket-resolved"]);

export const newTicket = z.strictObject({
  subject: text,
  body: letter,
  /** The HTML part of the mail; without it the mail is plain text. */
  html: letter.optional(),
  /** An address, or a person. */
  requester: z.union([z.email(), z.strictObject({ email: z.email(), name: z.string().optional() })]),
  language: z.string().optional(),
  channel: z.enum(["email", "web", "chat", "phone", "social"]).default("email"),
});

export const customerReply = z.strictObject({ body: text.min(1) });

export const agentAct = z.strictObject({
  queue: z.string().nullable().optional(),
  priority: priority.optional(),
  status: z.union([status, z.literal("resolved").transform(() => "solved" as const)]).optional(),
  type: z.string().nullable().optional(),
  tags: z.array(z.string()).optional(),
  custom_fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  spam: z.boolean().optional(),
  deleted: z.boolean().optional(),
  reply: text.min(1).optional(),
  note: text.min(1).optional(),
  /** E-mail address or id of the agent who acts; else somebody of the ticket's queue. */
  agent: z.union([z.email(), z.number().int()]).optional(),
});

export const contactState = z.strictObject({ deleted: z.boolean().optional(), blocked: z.boolean().optional() });

export const listTickets = z.strictObject({
  status: status.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.coerce.number().int().positive().optional(),
});

export const listRequests = z.strictObject({
  kind: z.enum(["read", "write", "auth"]).optional(),
  after: z.coerce.number().int().min(0).optional(),
});

export const newFault = z
  .strictObject({
    kind: z.enum([...API_FAULTS, ...WEBHOOK_FAULTS]),
    rate: z.number().min(0).max(1).optional(),
    next: z.number().int().positive().optional(),
    path: z.string().startsWith("/").optional(),
    skip: z.number().int().min(0).optional(),
    only: z.enum(["read", "write", "auth"]).optional(),
  })
  .refine((fault) => (fault.rate === undefined) !== (fault.next === undefined), {
    message: "give either rate (0..1) or next (a count)",
  });

export const webhookList = z.array(
  z.strictObject({
    dialect: z.string(),
    url: z.url({ protocol: /^https?$/ }),
    secret: z
      .string()
      .nullish()
      .transform((secret) => secret || null),
    events: z.array(events).min(1),
    /** Freshdesk: `simple`, or text with `{{ticket.…}}`; else ids only. Zammad: text with `#{ticket.…}`; else the whole ticket. */
    template: z.string().optional(),
  }),
);

export const newArrivals = z.strictObject({
  per_second: z.number().positive().max(1000),
  count: z.number().int().positive().max(1_000_000),
});
