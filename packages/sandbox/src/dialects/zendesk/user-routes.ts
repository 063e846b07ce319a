import type { Hono } from "hono";
import type { CustomField, DeskUser, FieldValue, UserFields } from "../../desk/desk-model.ts";
import { recordInvalid, recordNotFound } from "./api-error.ts";
import { bodyObject, callingAgent, callUrl, idList, idParam, isRecord, optionalSuffix } from "./call.ts";
import { normaliseTags } from "./field-tags.ts";
import { paginate } from "./paging.ts";
import { tagList } from "./ticket-input.ts";
import { groupJson, groupMemberships, shownRole, userJson } from "./user-json.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

/** `/users`, `/groups` and who is in which group. */
export function addUserRoutes(routes: Hono, account: ZendeskAccount): void {
  const { desk } = account;
  const shown = (user: DeskUser) => userJson(user, account.userFields, account.apiUrl());
  const knownUser = (id: number) => {
    const user = desk.user(id);
    if (user === undefined || user.deleted) throw recordNotFound();
    return user;
  };

  routes.on("GET", optionalSuffix("/users"), (c) => {
    const url = callUrl(c, account);
    const roles = [...url.searchParams.getAll("role"), ...url.searchParams.getAll("role[]")];
    const users = [...desk.agents(), ...desk.customers()]
      .filter((user) => !user.deleted && (roles.length === 0 || roles.includes(shownRole(user))))
      .sort((left, right) => left.id - right.id);
    const page = paginate(users, url);
    return c.json({ users: page.records.map(shown), ...page.envelope });
  });

  routes.on("GET", optionalSuffix("/users/me"), (c) => c.json({ user: shown(callingAgent(c, account)) }));

  routes.on("GET", optionalSuffix("/users/show_many"), (c) => {
    const found = idList(c)
      .map((id) => desk.user(id))
      .filter((user): user is DeskUser => user !== undefined && !user.deleted);
    return c.json({ users: found.map(shown), next_page: null, previous_page: null, count: found.length });
  });

  routes.on("GET", optionalSuffix("/users/:id"), (c) => c.json({ user: shown(knownUser(idParam(c))) }));

  routes.on("PUT", optionalSuffix("/users/:id"), async (c) => {
    const caller = callingAgent(c, account);
    const user = knownUser(idParam(c));
    const changes = userChanges(await bodyObject(c, "user"), account.userFields);
    return c.json({ user: shown(desk.changeUser(caller.id, user.id, changes)) });
  });

  routes.on("GET", optionalSuffix("/users/:user/group_memberships"), (c) => {
    const user = knownUser(idParam(c, "user"));
    const page = paginate(
      groupMemberships(desk.agents()).filter((membership) => membership.user_id === user.id),
      callUrl(c, account),
    );
    return c.json({ group_memberships: page.records, ...page.envelope });
  });

  routes.on("GET", optionalSuffix("/group_memberships"), (c) => {
    const page = paginate(groupMemberships(desk.agents()), callUrl(c, account));
    return c.json({ group_memberships: page.records, ...page.envelope });
  });

  const groups = () => desk.layout.groups.map((group, index) => groupJson(group, index === 0, account.apiUrl()));

  routes.on("GET", optionalSuffix("/groups"), (c) => {
    const page = paginate(groups(), callUrl(c, account));
    return c.json({ groups: page.records, ...page.envelope });
  });

  routes.on("GET", optionalSuffix("/groups/:id"), (c) => {
    const id = idParam(c);
    const group = groups().find((candidate) => candidate.id === id);
    if (group === undefined) throw recordNotFound();
    return c.json({ group });
  });

  routes.on("GET", optionalSuffix("/groups/:group/memberships"), (c) => {
    const id = idParam(c, "group");
    const page = paginate(
      groupMemberships(desk.agents()).filter((membership) => membership.group_id === id),
      callUrl(c, account),
    );
    return c.json({ group_memberships: page.records, ...page.envelope });
  });
}

/**
 * What a `{user:{…}}` sets. An e-mail address is not among it: it would become a second identity, and the first
 * one, which is shown, stays. Unknown keys and unknown user fields vanish without a word.
 * @throws ApiError 422 for a value that is no option of a drop-down
 */
function userChanges(input: Record<string, unknown>, fields: readonly CustomField[]): Partial<UserFields> {
  const changes: { -readonly [K in keyof UserFields]?: UserFields[K] } = {};
  if (typeof input.name === "string" && input.name.trim() !== "") changes.name = input.name;
  if (typeof input.phone === "string" || input.phone === null) changes.phone = input.phone;
  if ("tags" in input) changes.tags = tagList(input.tags).flatMap(normaliseTags);
  if (isRecord(input.user_fields)) changes.customFields = customFields(input.user_fields, fields);
  return changes;
}

function customFields(input: Record<string, unknown>, fields: readonly CustomField[]): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    if (!(field.key in input)) continue;
    const value = input[field.key];
    if (value === null || value === "") values[field.key] = null;
    else if (field.kind === "dropdown" && !field.choices.includes(String(value))) {
      throw recordInvalid(field.key, `${field.label}: ${String(value)} is not one of its options`);
    } else values[field.key] = String(value);
  }
  return values;
}
