import type { Hono } from "hono";
import type { Desk } from "../../desk/desk.ts";
import type { CustomField } from "../../desk/desk-model.ts";
import type { DialectContext } from "../dialect.ts";
import { jsonAnswer } from "./freshdesk-answers.ts";
import { PRIORITY_LABELS, STATUS_LABELS } from "./freshdesk-words.ts";

export function addFieldRoutes(routes: Hono, { desk }: DialectContext): void {
  routes.get("/ticket_fields", () => jsonAnswer(200, ticketFields(desk)));
  routes.get("/contact_fields", () => jsonAnswer(200, contactFields(desk)));
}

function ticketFields(desk: Desk) {
  const stock = [
    { name: "requester", label: "Search a requester", type: "default_requester" },
    { name: "subject", label: "Subject", type: "default_subject" },
    { name: "ticket_type", label: "Type", type: "default_ticket_type", choices: desk.layout.types },
    { name: "status", label: "Status", type: "default_status", choices: STATUS_LABELS },
    {
      name: "priority",
      label: "Priority",
      type: "default_priority",
      choices: Object.fromEntries(PRIORITY_LABELS.map((label, index) => [label, index + 1])),
    },
    {
      name: "group",
      label: "Group",
      type: "default_group",
      choices: Object.fromEntries(desk.layout.groups.map((group) => [group.name, group.id])),
    },
    {
      name: "agent",
      label: "Agent",
      type: "default_agent",
      choices: Object.fromEntries(desk.agents().map((agent) => [agent.name, agent.id])),
    },
    { name: "description", label: "Description", type: "default_description" },
  ].map((field, index) => ({ id: 80_000_700_001 + index, ...field, default: true }));
  const custom = desk.layout.ticketFields.map((field) => ({ ...customField(field), default: false }));
  return [...stock, ...custom].map((field, index) => ({
    ...field,
    position: index + 1,
    required_for_closure: false,
    required_for_agents: ["requester", "subject", "status", "priority", "description"].includes(field.name),
    required_for_customers: ["requester", "subject", "description"].includes(field.name),
  }));
}

function contactFields(desk: Desk) {
  const stock = [
    { name: "name", label: "Full Name", type: "default_name" },
    { name: "email", label: "Email", type: "default_email" },
    { name: "phone", label: "Work Phone", type: "default_phone" },
  ].map((field, index) => ({ id: 80_000_700_101 + index, ...field, default: true }));
  const custom = desk.layout.contactFields.map((field) => ({ ...customField(field), default: false }));
  return [...stock, ...custom].map((field, index) => ({ ...field, position: index + 1 }));
}

/** Accounts were seen with `choices` as an object and as an array; this one has both. */
function customField(field: CustomField) {
  const asObject = field.key === "product";
  const type = field.kind === "dropdown" ? "custom_dropdown" : `custom_${field.kind}`;
  const choices = asObject ? Object.fromEntries(field.choices.map((choice) => [choice, choice])) : field.choices;
  const named = { id: field.id, name: `cf_${field.key}`, label: field.label, type };
  return field.kind === "dropdown" ? { ...named, choices } : named;
}
