import type { Desk } from "../../desk/desk.ts";
import type { DeskUser } from "../../desk/desk-model.ts";
import { instant } from "./call.ts";
import { groups, NOBODY } from "./zammad-words.ts";

/** As they come with the installation; none of them brings groups. */
export const ROLES = {
  admin: { id: 1, name: "Admin", permissions: ["admin"] },
  agent: { id: 2, name: "Agent", permissions: ["ticket.agent"] },
  customer: { id: 3, name: "Customer", permissions: ["ticket.customer"] },
};

export function loginOf(user: DeskUser | undefined): string {
  return user === undefined ? NOBODY.name : (user.email ?? `auto-${user.id}`);
}

/** Login of the user with this id; `-` for nobody. */
export function loginWithId(desk: Desk, id: number | null): string {
  return loginOf(id === null ? undefined : desk.user(id));
}

export function fullName(user: DeskUser): string {
  const { firstname, lastname } = nameParts(user);
  return `${firstname} ${lastname}`.trim();
}

export function nameParts(user: DeskUser): { firstname: string; lastname: string } {
  const [firstname = "", ...rest] = user.name.split(" ");
  return { firstname, lastname: rest.join(" ") };
}

/** Custom attributes stand at top level, beside the vendor's. */
export function userJson(desk: Desk, user: DeskUser, expand = false): Record<string, unknown> {
  const roles = rolesOf(user);
  const memberOf = groups(desk).filter(
    ({ id }) => desk.isAgent(user.id) && (id === 1 || user.groupIds.includes(desk.layout.groups[id - 2]?.id ?? -1)),
  );
  return {
    id: user.id,
    organization_id: null,
    login: loginOf(user),
    ...nameParts(user),
    email: user.email ?? "",
    image: null,
    image_source: null,
    web: "",
    phone: user.phone ?? "",
    fax: "",
    mobile: "",
    department: "",
    street: "",
    zip: "",
    city: "",
    country: "",
    address: "",
    vip: user.vip,
    verified: false,
    active: !user.deleted && !user.blocked,
    note: "",
    last_login: null,
    out_of_office: false,
    out_of_office_start_at: null,
    out_of_office_end_at: null,
    out_of_office_replacement_id: null,
    preferences: {},
    updated_by_id: NOBODY.id,
    created_by_id: NOBODY.id,
    created_at: instant(user.createdAt),
    updated_at: instant(user.updatedAt),
    role_ids: roles.map((role) => role.id),
    organization_ids: [],
    authorization_ids: [],
    group_ids: Object.fromEntries(memberOf.map((group) => [group.id, ["full"]])),
    ...Object.fromEntries(desk.layout.contactFields.map(({ key }) => [key, user.customFields[key] ?? null])),
    ...(expand ? { roles: roles.map((role) => role.name), created_by: NOBODY.name, updated_by: NOBODY.name } : {}),
  };
}

/** Whom `owner_id` 1 names. */
export function nobodyJson(): Record<string, unknown> {
  return {
    id: NOBODY.id,
    login: NOBODY.name,
    firstname: NOBODY.name,
    lastname: "",
    email: "",
    active: false,
    role_ids: [],
    group_ids: {},
  };
}

/** What stands in assets and webhooks for the user with this id. */
export function userWithId(desk: Desk, id: number | null): Record<string, unknown> {
  const user = id === null ? undefined : desk.user(id);
  return user === undefined ? nobodyJson() : userJson(desk, user);
}

export function rolesOf(user: DeskUser) {
  if (user.role === "customer") return [ROLES.customer];
  return user.role === "admin" ? [ROLES.admin, ROLES.agent] : [ROLES.agent];
}
