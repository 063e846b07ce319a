import type { FieldChoice, FieldDefinition } from "@otai/plugin-api/field-definition";
import type { z } from "zod";
import { mapChoices } from "./map-choices.ts";
import type { rawAttribute } from "./schema.ts";

/** An attribute that the installation added to tickets or users; on the wire it stands beside Zammad's own keys. */
export interface Attribute {
  readonly object: "Ticket" | "User";
  readonly name: string;
  readonly label: string;
  readonly kind: FieldDefinition["kind"];
  /** `null` where anything may be written. */
  readonly choices: readonly FieldChoice[] | null;
}

/** Zammad's own ticket keys with and without `_id`: whoever writes one of them as a custom field would write something else. */
const ticketKeys = new Set(
  [
    "id number title note type tags article articles article_ids article_count preferences expand",
    "group group_id state state_id priority priority_id owner owner_id customer customer_id organization organization_id",
    "pending_time close_at last_close_at created_at updated_at created_by created_by_id updated_by updated_by_id",
    "create_article_type_id create_article_sender_id mentions links time_unit checklist_id",
  ].flatMap((line) => line.split(" ")),
);
/** Roles and groups are replaced when sent; the rest is who the person is. */
const userKeys = new Set(
  [
    "id login firstname lastname email web phone fax mobile street zip city country address note image password",
    "role role_ids roles group group_ids groups organization organization_id organization_ids organizations",
    "active verified vip preferences permissions token out_of_office created_at updated_at",
  ].flatMap((line) => line.split(" ")),
);

export function isOwnKey(object: Attribute["object"], name: string): boolean {
  return (object === "Ticket" ? ticketKeys : userKeys).has(name);
}

/** What people added to tickets and users, in use. */
export function customAttributes(raws: readonly z.output<typeof rawAttribute>[]): Attribute[] {
  return raws.flatMap((raw) => {
    const { object, name, display, data_type } = raw;
    if ((object !== "Ticket" && object !== "User") || raw.active === false || raw.editable === false) return [];
    if (isOwnKey(object, name)) return [];
    const kind = kindOf(data_type ?? "");
    const chosen = kind === "choice" || kind === "multi";
    const choices = chosen ? mapChoices(raw.data_option?.options) : null;
    return [{ object, name, label: display ?? name, kind, choices }];
  });
}

function kindOf(dataType: string): FieldDefinition["kind"] {
  if (/^multi(_tree)?_?select$/.test(dataType)) return "multi";
  if (/^(tree_)?select$/.test(dataType)) return "choice";
  const known: Readonly<Record<string, FieldDefinition["kind"]>> = {
    input: "text",
    textarea: "text",
    richtext: "text",
    integer: "number",
    boolean: "checkbox",
    date: "date",
    datetime: "date",
  };
  return known[dataType] ?? "other";
}

/** By name, else by label or name without case and punctuation: labels are translated and changed (D08). */
export function findAttribute(
  attributes: readonly Attribute[],
  object: Attribute["object"],
  wanted: string,
): Attribute | undefined {
  const own = attributes.filter((attribute) => attribute.object === object);
  const plain = plainName(wanted);
  return (
    own.find(({ name }) => name === wanted) ??
    own.find(({ label }) => plainName(label) === plain) ??
    own.find(({ name }) => plainName(name) === plain)
  );
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_");
}
