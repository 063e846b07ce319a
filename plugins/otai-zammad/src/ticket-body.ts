import { OtaiError } from "@otai/plugin-api/errors";
import type { WritableValue } from "./map-field-value.ts";

/** Everything of Zammad's own that we ever write to a ticket; attributes of the installation stand beside it. */
export interface TicketBody {
  group?: string;
  priority?: string;
  state?: string;
  owner_id?: number;
  type?: string;
  [attribute: string]: WritableValue | undefined;
}

/**
 * The last look before a PUT. Of a name and an id for one attribute the id wins without a word (ZM-8), and `tags` is ignored or
 * replaces the whole list, depending on the version (ZM-10); an `article` could be a mail.
 * @throws OtaiError (a bug of ours) for a body that must not leave.
 */
export function assertSendable(body: TicketBody): void {
  const doubled = Object.keys(body).filter((key) => Object.hasOwn(body, `${key}_id`));
  const forbidden = ["tags", "article"].filter((key) => Object.hasOwn(body, key));
  if (doubled.length + forbidden.length === 0) return;
  const reasons = [
    ...doubled.map((key) => `${key} and ${key}_id stand side by side`),
    ...forbidden.map((key) => `${key} must not be part of a ticket update`),
  ];
  throw new OtaiError(
    "forbidden-request",
    { scope: "bug", retry: "never", actor: "developer" },
    `a ticket update was not sent: ${reasons.join("; ")}`,
  );
}

const unified: Readonly<Record<string, string>> = {
  group: "queue",
  group_id: "queue",
  priority: "priority",
  priority_id: "priority",
  state: "status",
  state_id: "status",
  pending_time: "status",
  owner: "assignee",
  owner_id: "assignee",
  type: "type",
};

/** Zammad's word for a key of a ticket in OTAI's. */
export function unifiedName(key: string): string {
  return unified[key] ?? `custom_fields.${key}`;
}

/** The same body without one unified field. */
export function withoutField(body: TicketBody, field: string): TicketBody {
  return Object.fromEntries(Object.entries(body).filter(([key]) => unifiedName(key) !== field));
}
