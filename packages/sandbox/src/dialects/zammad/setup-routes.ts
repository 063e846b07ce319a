import type { Hono } from "hono";
import type { CustomField } from "../../desk/desk-model.ts";
import { jsonResponse, recordNotFound } from "./api-error.ts";
import { instant } from "./call.ts";
import { ROLES } from "./user-json.ts";
import type { ZammadAccount } from "./zammad-account.ts";
import { groups, type NamedId, PRIORITIES, STATES } from "./zammad-words.ts";

const UI_OF_PRIORITY: Record<number, [string, string]> = {
  1: ["low-priority", "low-priority"],
  3: ["important", "high-priority"],
};

/** What administrators set up: groups, states, priorities, roles, attributes. */
export function addSetupRoutes(routes: Hono, account: ZammadAccount): void {
  const { desk } = account;
  const written = instant(desk.bot.createdAt);
  const trace = {
    note: null,
    active: true,
    updated_by_id: 1,
    created_by_id: 1,
    created_at: written,
    updated_at: written,
  };
  const addList = (path: string, model: string, rows: () => (NamedId & Record<string, unknown>)[]) => {
    routes.get(path, () => jsonResponse(rows()));
    routes.get(`${path}/:id`, (c) => {
      const row = rows().find((candidate) => candidate.id === Number(c.req.param("id")));
      if (row === undefined) throw recordNotFound(model, c.req.param("id"));
      return jsonResponse(row);
    });
  };

  addList("/groups", "Group", () =>
    groups(desk).map((group) => ({
      ...group,
      name_last: group.name.split("::").at(-1),
      parent_id: null,
      email_address_id: null,
      signature_id: null,
      assignment_timeout: null,
      follow_up_possible: "yes",
      follow_up_assignment: true,
      ...trace,
    })),
  );
  addList("/ticket_states", "Ticket::State", () =>
    STATES.map(({ id, name, type, typeId }) => ({
      id,
      name,
      state_type_id: typeId,
      state_type: type,
      next_state_id: name === "pending close" ? 4 : null,
      ignore_escalation: typeId > 2,
      default_create: name === "new",
      default_follow_up: name === "open",
      ...trace,
      // Old installations still have it, switched off.
      active: name !== "removed",
    })),
  );
  addList("/ticket_priorities", "Ticket::Priority", () =>
    PRIORITIES.map(({ id, name }) => ({
      id,
      name,
      default_create: id === 1,
      ui_icon: UI_OF_PRIORITY[id]?.[0] ?? null,
      ui_color: UI_OF_PRIORITY[id]?.[1] ?? null,
      ...trace,
    })),
  );
  addList("/roles", "Role", () =>
    Object.values(ROLES).map(({ id, name }) => ({
      id,
      name,
      preferences: {},
      default_at_signup: name === "Customer",
      permission_ids: [],
      group_ids: {},
      ...trace,
    })),
  );
  addList("/object_manager_attributes", "ObjectManager::Attribute", () => [
    ...desk.layout.ticketFields.map((field, index) => ({
      ...attribute("Ticket", field),
      position: 1000 + index,
      ...trace,
    })),
    ...desk.layout.contactFields.map((field, index) => ({
      ...attribute("User", field),
      position: 2000 + index,
      ...trace,
    })),
  ]);
}

function attribute(object: "Ticket" | "User", field: CustomField): NamedId & Record<string, unknown> {
  const isSelect = field.kind === "dropdown";
  return {
    id: field.id,
    name: field.key,
    display: field.label,
    object,
    data_type: isSelect ? "select" : "input",
    data_option: isSelect
      ? {
          options: Object.fromEntries(field.choices.map((choice) => [choice, choice])),
          default: "",
          nulloption: true,
          multiple: false,
          null: true,
        }
      : { type: "text", maxlength: 120, default: "", null: true },
    editable: true,
    screens: { create_middle: { "ticket.agent": { shown: true } }, edit: { "ticket.agent": { shown: true } } },
    to_create: false,
    to_migrate: false,
    to_delete: false,
    to_config: false,
  };
}
