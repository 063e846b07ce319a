import { z } from "zod";

const named = z.object({ id: z.string(), name: z.string() });
/** ISO 8601 in, milliseconds out: nothing behind this file sees another form of time. */
const instant = z.string().transform((text, context) => {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) context.addIssue({ code: "custom", message: "is not a time" });
  return ms;
});

// Replace: the few fields that you read, each of them as if it could be missing.
export const ticketSchema = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  body: z.string().nullish(),
  queue: named.nullish(),
  priority: z.string().nullish(),
  status: z.string(),
  tags: z.array(z.string()).nullish(),
  requester: named.extend({ email: z.string().nullish() }).nullish(),
  agent: named.nullish(),
  channel: z.string().nullish(),
  created_at: instant,
  updated_at: instant,
  revision: z.number(),
});

export type RawTicket = z.output<typeof ticketSchema>;

/** `next` is where the following page begins; also where this list ends for now. */
export const ticketPage = z.object({
  tickets: z.array(ticketSchema.extend({ deleted: z.boolean() })),
  next: z.string(),
  more: z.boolean(),
});

export const messageList = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      author: named.extend({ role: z.string() }).nullish(),
      text: z.string(),
      internal: z.boolean(),
      created_at: instant,
    }),
  ),
});

export const noteAnswer = z.object({ id: z.string(), created_at: instant });
export const queueList = z.object({ queues: z.array(named) });
export const me = named;
