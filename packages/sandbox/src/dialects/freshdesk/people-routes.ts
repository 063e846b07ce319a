import type { Context, Hono } from "hono";
import type { Desk } from "../../desk/desk.ts";
import type { DeskUser, UserFields } from "../../desk/desk-model.ts";
import type { DialectContext } from "../dialect.ts";
import {
  checkAttributes,
  customFieldKeys,
  customFieldValues,
  email,
  filledText,
  orNull,
  tagList,
  text,
} from "./attribute-checks.ts";
import {
  type FieldProblem,
  isoSecond,
  jsonAnswer,
  methodNotAllowed,
  notFound,
  validationFailed,
} from "./freshdesk-answers.ts";
import { listAnswer } from "./list-answer.ts";
import { withBody } from "./request-body.ts";

export function addPeopleRoutes(routes: Hono, context: DialectContext): void {
  const { desk } = context;

  routes.get("/contacts", (c) => {
    const query = new URL(c.req.url).searchParams;
    const state = query.get("state");
    const address = query.get("email")?.toLowerCase();
    const found = desk.customers().filter((user) => {
      if (address !== undefined && user.email?.toLowerCase() !== address) return false;
      if (state === "deleted") return user.deleted;
      return state === "blocked" ? user.blocked : !user.deleted && !user.blocked;
    });
    return listAnswer(context, c, "/contacts", found, (user) => contactShape(desk, user), ["email", "state"]);
  });
  routes.get("/contacts/:id", (c) => {
    const contact = findContact(desk, c);
    return contact ? jsonAnswer(200, contactShape(desk, contact)) : notFound();
  });
  routes.put("/contacts/:id", (c) => {
    const contact = findContact(desk, c);
    if (!contact) return notFound();
    if (contact.deleted || contact.blocked) return methodNotAllowed("PUT", ["GET"]);
    return withBody(c, (body) => {
      const problems = contactProblems(desk, contact, body);
      if (problems.length > 0) return validationFailed(problems);
      return jsonAnswer(200, contactShape(desk, desk.changeUser(desk.bot.id, contact.id, contactFields(body))));
    });
  });

  routes.get("/agents", (c) => {
    const address = new URL(c.req.url).searchParams.get("email")?.toLowerCase();
    const found = desk.agents().filter((agent) => address === undefined || agent.email?.toLowerCase() === address);
    return listAnswer(context, c, "/agents", found, agentShape, ["email"]);
  });
  routes.get("/agents/me", () => jsonAnswer(200, agentShape(desk.bot)));
  routes.get("/agents/:id", (c) => {
    const agent = desk.user(Number(c.req.param("id")));
    return agent && desk.isAgent(agent.id) ? jsonAnswer(200, agentShape(agent)) : notFound();
  });

  routes.get("/groups", (c) =>
    listAnswer(context, c, "/groups", desk.layout.groups, (group) => groupShape(desk, group.id)),
  );
  routes.get("/groups/:id", (c) => {
    const id = Number(c.req.param("id"));
    return desk.group(id) ? jsonAnswer(200, groupShape(desk, id)) : notFound();
  });
}

/** Agents are not contacts here. */
function findContact(desk: Desk, c: Context): DeskUser | undefined {
  const user = desk.user(Number(c.req.param("id")));
  return user?.role === "customer" ? user : undefined;
}

function contactProblems(desk: Desk, contact: DeskUser, body: Record<string, unknown>): FieldProblem[] {
  const problems = checkAttributes(body, {
    name: filledText,
    email: orNull(email),
    phone: orNull(text),
    tags: tagList,
    custom_fields: customFieldValues(desk.layout.contactFields),
  });
  const holder = typeof body.email === "string" ? desk.userWithEmail(body.email) : undefined;
  if (holder && holder.id !== contact.id) {
    problems.push({ field: "email", message: "It should be a unique value", code: "duplicate_value" });
  }
  return problems;
}

function contactFields(body: Record<string, unknown>): Partial<UserFields> {
  const { name, email: address, phone, tags, custom_fields } = body;
  return {
    ...(name === undefined ? {} : { name: name as string }),
    ...(address === undefined ? {} : { email: address as string | null }),
    ...(phone === undefined ? {} : { phone: phone as string | null }),
    ...(tags === undefined ? {} : { tags: tags as string[] }),
    ...(custom_fields === undefined ? {} : { customFields: customFieldKeys(custom_fields) }),
  };
}

function contactShape(desk: Desk, user: DeskUser) {
  return {
    active: true,
    address: null,
    company_id: null,
    description: null,
    email: user.email,
    id: user.id,
    job_title: null,
    language: "en",
    mobile: null,
    name: user.name,
    phone: user.phone,
    time_zone: "UTC",
    twitter_id: null,
    custom_fields: Object.fromEntries(
      desk.layout.contactFields.map((field) => [`cf_${field.key}`, user.customFields[field.key] ?? null]),
    ),
    tags: user.tags,
    other_emails: [],
    created_at: isoSecond(user.createdAt),
    updated_at: isoSecond(user.updatedAt),
    unique_external_id: null,
    ...(user.deleted ? { deleted: true } : {}),
  };
}

function agentShape(agent: DeskUser) {
  return {
    available: !agent.blocked,
    occasional: false,
    id: agent.id,
    ticket_scope: 1,
    group_ids: agent.groupIds,
    role_ids: [],
    signature: null,
    type: "support_agent",
    contact: {
      active: !agent.deleted,
      email: agent.email,
      job_title: null,
      language: "en",
      mobile: null,
      name: agent.name,
      phone: agent.phone,
      time_zone: "UTC",
      created_at: isoSecond(agent.createdAt),
      updated_at: isoSecond(agent.updatedAt),
    },
    created_at: isoSecond(agent.createdAt),
    updated_at: isoSecond(agent.updatedAt),
  };
}

function groupShape(desk: Desk, id: number) {
  const group = desk.group(id)!;
  return {
    id: group.id,
    name: group.name,
    description: null,
    escalate_to: null,
    unassigned_for: null,
    agent_ids: desk
      .agents()
      .filter((agent) => agent.groupIds.includes(id))
      .map((agent) => agent.id),
    created_at: isoSecond(group.createdAt),
    updated_at: isoSecond(group.createdAt),
  };
}
