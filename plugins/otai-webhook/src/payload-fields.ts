/** The fields of a payload under our names. */
export const payloadFields = [
  "ticket_id",
  "subject",
  "body",
  "content_type",
  "customer_id",
  "customer_name",
  "customer_email",
  "channel",
  "language",
  "tier",
  "queue",
  "group_id",
  "priority",
  "status",
  "ticket_type",
  "agent_id",
  "actor_id",
  "role",
  "message_id",
  "url",
  "created_at",
  "updated_at",
  "resolved_at",
  "event",
  "tags",
  "messages",
  "custom_fields",
] as const;
export type PayloadField = (typeof payloadFields)[number];

/** Names under which senders give a field; the first that is not empty wins. Those of the published bridge come first. */
export const aliases: Readonly<Partial<Record<PayloadField, readonly string[]>>> = {
  ticket_id: ["ticket_id", "id", "case_id"],
  subject: ["subject", "title"],
  body: ["body", "description", "content"],
  customer_id: ["customer_id", "requester_id", "contact_id"],
  customer_name: ["customer_name", "requester_name", "contact_name"],
  customer_email: ["customer_email", "requester_email", "email"],
  queue: ["queue", "team", "group"],
  group_id: ["group_id", "queue_id"],
  status: ["status", "state"],
  // `topic` before `type`: what Intercom calls type is the same for all its events (GW-4).
  event: ["topic", "event", "event_type", "webhookEvent", "action", "type"],
};

/** `issue.fields.summary`, `items.0.id`; own properties only. `undefined` where the path ends early. */
export function valueAt(value: unknown, path: string): unknown {
  let place = value;
  for (const step of path.split(".")) {
    if (typeof place !== "object" || place === null || !Object.hasOwn(place, step)) return undefined;
    place = (place as Record<string, unknown>)[step];
  }
  return place;
}
