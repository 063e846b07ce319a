import type { Desk } from "../../desk/desk.ts";
import type { DeskChannel, DeskStatus, DeskTicket } from "../../desk/desk-model.ts";
import type { FieldTags } from "./field-tags.ts";
import { instant, unixSeconds } from "./instants.ts";

/** Nobody: comments and tickets of the system itself. */
export const SYSTEM_USER_ID = -1;
const BRAND_ID = 670_701;
const SUPPORT_ADDRESS = "support@sandbox.example";

export const CHANNELS: Record<DeskChannel, string> = {
  email: "email",
  web: "web",
  chat: "chat",
  phone: "voice",
  social: "twitter",
  api: "api",
};

/** Every status belongs to a custom status; these are the default ones. */
export const CUSTOM_STATUS_IDS: Record<DeskStatus, number> = {
  new: 5001,
  open: 5002,
  pending: 5003,
  hold: 5004,
  solved: 5005,
  closed: 5006,
};

const TICKET_TYPES: readonly string[] = ["problem", "incident", "question", "task"];

/** The API's four types; whatever else the desk calls a ticket is no type here. */
export function shownType(type: string | null): string | null {
  const word = type?.toLowerCase() ?? null;
  return word !== null && TICKET_TYPES.includes(word) ? word : null;
}

export function isTicketType(value: unknown): value is string {
  return typeof value === "string" && TICKET_TYPES.includes(value);
}

/** Spam is deleted when it is marked; both are gone from everything but the export. */
export function isDeleted(ticket: DeskTicket): boolean {
  return ticket.deleted || ticket.spam;
}

/** A merged ticket is closed for good. */
export function shownStatus(ticket: DeskTicket): DeskStatus {
  return ticket.mergedInto === null ? ticket.status : "closed";
}

/** Translates tickets of the desk into the API's. */
export class TicketJson {
  readonly #desk: Desk;
  readonly #fields: FieldTags;
  readonly #apiUrl: () => string;

  constructor(desk: Desk, fields: FieldTags, apiUrl: () => string) {
    this.#desk = desk;
    this.#fields = fields;
    this.#apiUrl = apiUrl;
  }

  tags(ticket: DeskTicket): string[] {
    const tags = this.#fields.tagsOf(ticket);
    return ticket.mergedInto === null ? tags : [...new Set([...tags, "closed_by_merge"])];
  }

  ticket(ticket: DeskTicket): Record<string, unknown> {
    const status = shownStatus(ticket);
    const description = ticket.messages[0]?.text ?? "";
    const customFields = this.#fields.fields.map((field) => ({
      id: field.id,
      value: this.#fields.shown(field, ticket.customFields[field.key]),
    }));
    return {
      url: `${this.#apiUrl()}/tickets/${ticket.id}.json`,
      id: ticket.id,
      external_id: null,
      via: { channel: CHANNELS[ticket.channel], source: this.#source(ticket) },
      created_at: instant(ticket.createdAt),
      updated_at: instant(ticket.updatedAt),
      generated_timestamp: unixSeconds(ticket.updatedAt),
      type: shownType(ticket.type),
      subject: ticket.subject,
      raw_subject: ticket.subject,
      description,
      priority: ticket.priority,
      status,
      custom_status_id: CUSTOM_STATUS_IDS[status],
      recipient: ticket.channel === "email" ? SUPPORT_ADDRESS : null,
      requester_id: ticket.requesterId,
      submitter_id: ticket.channel === "social" ? SYSTEM_USER_ID : ticket.requesterId,
      assignee_id: ticket.agentId,
      organization_id: null,
      group_id: ticket.groupId,
      collaborator_ids: [],
      follower_ids: [],
      email_cc_ids: [],
      forum_topic_id: null,
      problem_id: null,
      has_incidents: false,
      is_public: ticket.messages.some((message) => message.public),
      due_at: null,
      tags: this.tags(ticket),
      custom_fields: customFields,
      fields: customFields,
      satisfaction_rating: status === "solved" || status === "closed" ? { score: "unoffered" } : null,
      sharing_agreement_ids: [],
      followup_ids: [],
      brand_id: BRAND_ID,
      allow_channelback: ticket.channel === "social",
      allow_attachments: ticket.channel !== "social",
    };
  }

  /** As the incremental export shows it: deleted tickets are there, with a status of their own. */
  exported(ticket: DeskTicket): Record<string, unknown> {
    const json = this.ticket(ticket);
    return isDeleted(ticket) ? { ...json, status: "deleted" } : json;
  }

  #source(ticket: DeskTicket): Record<string, unknown> {
    const requester = this.#desk.user(ticket.requesterId);
    switch (ticket.channel) {
      case "email":
        return {
          from: { address: requester?.email ?? null, name: requester?.name ?? null },
          to: { address: SUPPORT_ADDRESS, name: "Sandbox" },
          rel: null,
        };
      case "social":
        return { from: { name: requester?.name ?? null }, to: { name: null }, rel: "mention" };
      default:
        return { from: {}, to: {}, rel: null };
    }
  }
}
