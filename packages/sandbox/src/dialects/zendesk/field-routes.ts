import type { Hono } from "hono";
import { titleCase } from "../../desk/desk-layout.ts";
import type { CustomField } from "../../desk/desk-model.ts";
import { recordNotFound } from "./api-error.ts";
import { callUrl, idParam, optionalSuffix } from "./call.ts";
import { optionTag } from "./field-tags.ts";
import { paginate } from "./paging.ts";
import { CUSTOM_STATUS_IDS } from "./ticket-json.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

type FieldJson = Record<string, unknown> & { id: number };

const KINDS: Record<CustomField["kind"], string> = {
  dropdown: "tagger",
  text: "text",
  checkbox: "checkbox",
  number: "integer",
};

/** `/ticket_fields`, `/user_fields` and `/custom_statuses`: how a client finds ids, options and labels. */
export function addFieldRoutes(routes: Hono, account: ZendeskAccount): void {
  // Looked up with every call: an administrator may delete a field.
  const ticketFields = () => [
    ...systemFields(),
    ...account.fields.fields.map((field) => customField(field, optionTag)),
  ];
  const userFields = account.userFields.map((field) => ({
    ...customField(field, (_, choice) => choice),
    key: field.key,
  }));
  const statuses = Object.entries(CUSTOM_STATUS_IDS)
    .filter(([status]) => status !== "closed")
    .map(([status, id]) => ({
      id,
      status_category: status,
      agent_label: titleCase(status),
      end_user_label: titleCase(status),
      active: true,
      default: true,
    }));

  addList(routes, account, "ticket_fields", "ticket_field", ticketFields);
  addList(routes, account, "user_fields", "user_field", () => userFields);
  addList(routes, account, "custom_statuses", "custom_status", () => statuses);
}

function addList(
  routes: Hono,
  account: ZendeskAccount,
  plural: string,
  singular: string,
  records: () => readonly FieldJson[],
): void {
  routes.on("GET", optionalSuffix(`/${plural}`), (c) => {
    const page = paginate(records(), callUrl(c, account));
    return c.json({ [plural]: page.records, ...page.envelope });
  });
  routes.on("GET", optionalSuffix(`/${plural}/:id`), (c) => {
    const id = idParam(c);
    const record = records().find((candidate) => candidate.id === id);
    if (record === undefined) throw recordNotFound();
    return c.json({ [singular]: record });
  });
}

function systemFields(): FieldJson[] {
  const options = (values: string[]) => ({
    system_field_options: values.map((value) => ({ name: titleCase(value), value })),
  });
  const field = (id: number, type: string, title: string, more: Record<string, unknown> = {}): FieldJson => ({
    id,
    type,
    title,
    raw_title: title,
    active: true,
    required: false,
    removable: false,
    ...more,
  });
  return [
    field(9001, "subject", "Subject"),
    field(9002, "description", "Description"),
    field(9003, "status", "Status", options(["new", "open", "pending", "hold", "solved", "closed"])),
    field(9004, "tickettype", "Type", options(["question", "incident", "problem", "task"])),
    field(9005, "priority", "Priority", options(["low", "normal", "high", "urgent"])),
    field(9006, "group", "Group"),
    field(9007, "assignee", "Assignee"),
  ];
}

function customField(field: CustomField, optionValue: (field: CustomField, choice: string) => string): FieldJson {
  const options = field.choices.map((choice, index) => ({
    id: field.id * 1000 + index,
    name: titleCase(choice),
    raw_name: titleCase(choice),
    value: optionValue(field, choice),
    default: false,
  }));
  return {
    id: field.id,
    type: KINDS[field.kind],
    title: field.label,
    raw_title: field.label,
    active: true,
    required: false,
    removable: true,
    ...(field.kind === "dropdown" ? { custom_field_options: options } : {}),
  };
}
