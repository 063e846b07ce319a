import type { Context } from "hono";
import type { Desk } from "../../desk/desk.ts";
import type { CustomField, DeskUser } from "../../desk/desk-model.ts";
import type { FieldTags } from "./field-tags.ts";
import type { TicketJson } from "./ticket-json.ts";

/** What every route of this dialect works with. */
export interface ZendeskAccount {
  desk: Desk;
  now: () => number;
  random: () => number;
  fields: FieldTags;
  userFields: readonly CustomField[];
  json: TicketJson;
  /** `http://127.0.0.1:9000/zendesk/api/v2` */
  apiUrl: () => string;
  /** How long a change stays out of the export, in milliseconds. */
  exportLagMs: number;
  /** Who calls; null for an anonymous reader of the Help Center. */
  caller: (c: Context) => DeskUser | null;
}
