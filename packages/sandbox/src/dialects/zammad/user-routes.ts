import type { Hono } from "hono";
import type { DeskUser, FieldValue, UserFields } from "../../desk/desk-model.ts";
import { jsonResponse, recordNotFound, unprocessable } from "./api-error.ts";
import { isOn, type Params, pageOf, readParams } from "./call.ts";
import { nameParts, nobodyJson, rolesOf, userJson } from "./user-json.ts";
import type { ZammadAccount } from "./zammad-account.ts";

/** `/users`: me, one, list, search, update. Roles and group rights are not simulated: asked-for changes of them vanish. */
export function addUserRoutes(routes: Hono, account: ZammadAccount): void {
  const { desk } = account;
  const everybody = () => [...desk.agents(), ...desk.customers()];
  const knownUser = (id: string): DeskUser => {
    const user = desk.user(Number(id));
    if (user === undefined) throw recordNotFound("User", id);
    return user;
  };

  routes.get("/users/me", (c) => jsonResponse(userJson(desk, account.caller(c), isOn(c.req.query("expand")))));

  routes.get("/users", async (c) => {
    const params = await readParams(c);
    const page = pageOf(everybody(), params, 500, 100);
    return jsonResponse(page.map((user) => userJson(desk, user, isOn(params.expand))));
  });

  routes.get("/users/search", async (c) => {
    const params = await readParams(c);
    const text = String(params.query ?? "")
      .replaceAll("*", "")
      .toLowerCase();
    const wanted = new URL(c.req.url).searchParams.getAll("permissions[]");
    const found = everybody().filter(
      (user) => `${user.name} ${user.email ?? ""}`.toLowerCase().includes(text) && mayOneOf(user, wanted),
    );
    const page = pageOf(found, params, 200, 10);
    return jsonResponse(page.map((user) => userJson(desk, user, isOn(params.expand))));
  });

  routes.get("/users/:id{[0-9]+}", (c) => {
    if (c.req.param("id") === "1") return jsonResponse(nobodyJson());
    return jsonResponse(userJson(desk, knownUser(c.req.param("id")), isOn(c.req.query("expand"))));
  });

  routes.put("/users/:id{[0-9]+}", async (c) => {
    const user = knownUser(c.req.param("id"));
    const params = await readParams(c);
    const changes = userChanges(account, user, params);
    const after = Object.keys(changes).length === 0 ? user : desk.changeUser(account.caller(c).id, user.id, changes);
    return jsonResponse(userJson(desk, after, isOn(params.expand)));
  });
}

/** Nothing asked for is everybody. */
function mayOneOf(user: DeskUser, wanted: readonly string[]): boolean {
  return (
    wanted.length === 0 || rolesOf(user).some(({ permissions }) => permissions.some((one) => wanted.includes(one)))
  );
}

function userChanges({ desk }: ZammadAccount, user: DeskUser, params: Params): Partial<UserFields> {
  const names = nameParts(user);
  const first = typeof params.firstname === "string" ? params.firstname : names.firstname;
  const last = typeof params.lastname === "string" ? params.lastname : names.lastname;
  const customFields: Record<string, FieldValue> = {};
  for (const { key, kind, choices } of desk.layout.contactFields) {
    if (!(key in params)) continue;
    const value = params[key] === null || params[key] === "" ? null : String(params[key]);
    if (value !== null && kind === "dropdown" && !choices.includes(value)) {
      throw unprocessable(`Invalid value '${value}' for field '${key}'!`);
    }
    customFields[key] = value;
  }
  return {
    ...(`${first} ${last}`.trim() === user.name ? {} : { name: `${first} ${last}`.trim() }),
    ...(typeof params.email === "string" ? { email: params.email } : {}),
    ...(typeof params.phone === "string" ? { phone: params.phone } : {}),
    ...(Object.keys(customFields).length > 0 ? { customFields } : {}),
  };
}
