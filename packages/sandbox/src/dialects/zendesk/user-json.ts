import type { CustomField, DeskGroup, DeskUser, UserRole } from "../../desk/desk-model.ts";
import { instant } from "./instants.ts";

/** The address behind an API token decides the role; the incremental export wants an admin, so the bot is one. */
const ROLES: Record<UserRole, string> = { customer: "end-user", agent: "agent", bot: "admin", admin: "admin" };

/** Agents have none unless the plan has roles of their own. */
const ADMIN_ROLE_TYPE = 4;

export function shownRole(user: DeskUser): string {
  return ROLES[user.role];
}

export function userJson(
  user: DeskUser,
  fields: readonly CustomField[],
  apiUrl: string,
): Record<string, unknown> & { id: number } {
  return {
    id: user.id,
    url: `${apiUrl}/users/${user.id}.json`,
    name: user.name,
    email: user.email,
    phone: user.phone,
    role: shownRole(user),
    role_type: shownRole(user) === "admin" ? ADMIN_ROLE_TYPE : null,
    active: !user.deleted,
    suspended: user.blocked,
    verified: true,
    time_zone: "UTC",
    iana_time_zone: "Etc/UTC",
    locale: "en-US",
    organization_id: null,
    default_group_id: user.groupIds[0] ?? null,
    tags: [...user.tags],
    user_fields: Object.fromEntries(fields.map((field) => [field.key, user.customFields[field.key] ?? null])),
    created_at: instant(user.createdAt),
    updated_at: instant(user.updatedAt),
  };
}

export function groupJson(
  group: DeskGroup,
  isDefault: boolean,
  apiUrl: string,
): Record<string, unknown> & { id: number } {
  return {
    id: group.id,
    url: `${apiUrl}/groups/${group.id}.json`,
    name: group.name,
    description: "",
    default: isDefault,
    deleted: false,
    is_public: true,
    created_at: instant(group.createdAt),
    updated_at: instant(group.createdAt),
  };
}

/** Who works in which group, one record per pair; ids count through agents in the order of the desk. */
export function groupMemberships(agents: readonly DeskUser[]): {
  id: number;
  user_id: number;
  group_id: number;
  default: boolean;
  created_at: string;
  updated_at: string;
}[] {
  return agents.flatMap((agent, index) =>
    agent.groupIds.map((groupId, position) => ({
      id: (index + 1) * 1000 + position,
      user_id: agent.id,
      group_id: groupId,
      default: position === 0,
      created_at: instant(agent.createdAt),
      updated_at: instant(agent.createdAt),
    })),
  );
}
