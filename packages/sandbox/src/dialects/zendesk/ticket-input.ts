import type { Desk } from "../../desk/desk.ts";
import type {
  DeskPriority,
  DeskStatus,
  DeskTicket,
  DeskUser,
  FieldValue,
  TicketFields,
} from "../../desk/desk-model.ts";
import type { NewMessage } from "../../desk/desk-mutation.ts";
import { htmlToText } from "../../desk/html-text.ts";
import { recordInvalid } from "./api-error.ts";
import { isRecord } from "./call.ts";
import { type FieldTags, normaliseTags } from "./field-tags.ts";
import { CUSTOM_STATUS_IDS, isTicketType } from "./ticket-json.ts";

const STATUSES: readonly string[] = Object.keys(CUSTOM_STATUS_IDS);
const PRIORITIES: readonly string[] = ["low", "normal", "high", "urgent"];
/** Keys of a ticket that cannot be written, and those of `update_many`; naming one earns the warning header. */
const RESTRICTED = [
  "id",
  "url",
  "created_at",
  "updated_at",
  "description",
  "via",
  "submitter_id",
  "satisfaction_rating",
  "additional_tags",
  "remove_tags",
];

/** The keys of a write that were left out and said so. All other unknown keys vanish without a word. */
export function restrictedKeys(input: Record<string, unknown>): string[] {
  return Object.keys(input).filter((key) => RESTRICTED.includes(key));
}

/**
 * What a `{ticket:{…}}` asks the desk to set. Fields that are not there stay as they are.
 * @throws ApiError 422 for a value that is not allowed
 */
export function ticketFields(
  desk: Desk,
  fields: FieldTags,
  input: Record<string, unknown>,
  before: DeskTicket | null,
): Partial<TicketFields> {
  const changes: { -readonly [K in keyof TicketFields]?: TicketFields[K] } = {};
  if (typeof input.subject === "string" && input.subject.trim() !== "") changes.subject = input.subject;
  if ("priority" in input) changes.priority = priority(input.priority);
  if ("type" in input) changes.type = ticketType(input.type, before?.type ?? null);
  const status = wantedStatus(input);
  if (status !== undefined) changes.status = status;
  if ("group_id" in input) changes.groupId = groupId(desk, input.group_id);
  if ("assignee_id" in input || "assignee_email" in input) {
    const assignee = assigneeOf(desk, input);
    const group = "groupId" in changes ? changes.groupId : before?.groupId;
    if (assignee !== null && group != null && !assignee.groupIds.includes(group)) {
      throw recordInvalid("assignee", "Assignee: is not a member of the group");
    }
    changes.agentId = assignee?.id ?? null;
    // A ticket that somebody takes is no longer new.
    if (assignee !== null && before?.status === "new" && status === undefined) changes.status = "open";
  }
  if ("requester_id" in input) changes.requesterId = existingUser(desk, "requester", input.requester_id).id;
  Object.assign(changes, tagsAndFields(fields, input, before));
  return changes;
}

/** The comment in a ticket write. `public` is true unless said otherwise, `html_body` wins over `body`. */
export function newComment(desk: Desk, input: Record<string, unknown>, caller: DeskUser): NewMessage | undefined {
  const comment = input.comment;
  if (!isRecord(comment)) return undefined;
  const html = typeof comment.html_body === "string" ? comment.html_body : null;
  const text = html === null ? String(comment.body ?? "") : htmlToText(html);
  if (text.trim() === "") throw recordInvalid("comment", "Comment: cannot be blank");
  const author = comment.author_id == null ? caller : existingUser(desk, "author", comment.author_id);
  return { authorId: author.id, public: comment.public !== false, text, html, channel: "api" };
}

function tagsAndFields(
  fields: FieldTags,
  input: Record<string, unknown>,
  before: DeskTicket | null,
): Partial<TicketFields> {
  const replaced = "tags" in input ? replaceTags(fields, tagList(input.tags), before) : null;
  const customFields: Record<string, FieldValue> = { ...replaced?.customFields };
  const pairs = input.custom_fields ?? input.fields;
  for (const pair of Array.isArray(pairs) ? pairs : []) {
    const field = isRecord(pair) ? fields.field(pair.id) : undefined;
    const value = field === undefined ? undefined : fields.stored(field, (pair as Record<string, unknown>).value);
    if (field !== undefined && value !== undefined) customFields[field.key] = value;
  }
  return {
    ...(replaced === null ? {} : { tags: replaced.tags }),
    ...(Object.keys(customFields).length === 0 ? {} : { customFields }),
  };
}

/** Replacing the tags replaces the drop-downs too. A tag that another system spelt `VIP` keeps its spelling. */
export function replaceTags(
  fields: FieldTags,
  tags: readonly string[],
  before: DeskTicket | null,
): { tags: string[]; customFields: Record<string, FieldValue> } {
  const split = fields.split(tags);
  const spellings = new Map((before?.tags ?? []).flatMap((tag) => normaliseTags(tag).map((shown) => [shown, tag])));
  return { tags: [...new Set(split.tags.map((tag) => spellings.get(tag) ?? tag))], customFields: split.customFields };
}

/** Tags come as a list or as one string with blanks. */
export function tagList(value: unknown): string[] {
  if (typeof value === "string") return normaliseTags(value);
  return Array.isArray(value) ? value.filter((tag) => typeof tag === "string") : [];
}

function priority(value: unknown): DeskPriority | null {
  if (value === null || value === "") return null;
  if (typeof value === "string" && PRIORITIES.includes(value)) return value as DeskPriority;
  throw recordInvalid("priority", `Priority: ${String(value)} is not recognized`);
}

/** A type that the API does not know survives a write that asks for none. */
function ticketType(value: unknown, before: string | null): string | null {
  if (value === null || value === "") return before !== null && !isTicketType(before.toLowerCase()) ? before : null;
  if (isTicketType(value)) return value.charAt(0).toUpperCase() + value.slice(1);
  throw recordInvalid("type", `Type: ${String(value)} is not recognized`);
}

function wantedStatus(input: Record<string, unknown>): DeskStatus | undefined {
  if ("status" in input) {
    if (typeof input.status === "string" && STATUSES.includes(input.status)) return input.status as DeskStatus;
    throw recordInvalid("status", `Status: ${String(input.status)} is not recognized`);
  }
  const custom = Object.entries(CUSTOM_STATUS_IDS).find(([, id]) => id === input.custom_status_id);
  return custom?.[0] as DeskStatus | undefined;
}

function groupId(desk: Desk, value: unknown): number | null {
  if (value === null || value === "") return null;
  const group = desk.group(Number(value));
  if (group === undefined) throw recordInvalid("group", "Group: is invalid");
  return group.id;
}

function assigneeOf(desk: Desk, input: Record<string, unknown>): DeskUser | null {
  const wanted = "assignee_id" in input ? input.assignee_id : input.assignee_email;
  if (wanted === null || wanted === "") return null;
  const user = "assignee_id" in input ? desk.user(Number(wanted)) : desk.userWithEmail(String(wanted));
  if (user === undefined || !desk.isAgent(user.id)) throw recordInvalid("assignee", "Assignee: is invalid");
  return user;
}

function existingUser(desk: Desk, field: string, id: unknown): DeskUser {
  const user = desk.user(Number(id));
  if (user === undefined) throw recordInvalid(field, `${field.charAt(0).toUpperCase()}${field.slice(1)}: is invalid`);
  return user;
}
