import type { Channel, FieldValue, NamedRef, Requester, Ticket, Tombstone } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { mapPriority, mapStatus, same } from "./map-choices.ts";
import { inOrder, isPrivate, readSender, textOf } from "./map-conversation.ts";
import { tagsOf } from "./map-tags.ts";
import type { OtoboParams } from "./params.ts";
import type { RawArticle, RawTicket } from "./schema.ts";
import { instantOf } from "./stamp.ts";
import { versionOf } from "./ticket-version.ts";

/** Unlocked tickets have an owner too, who need not care for them. */
const unlocked = /^(unlock|)$/;

/** A ticket with its articles in OTAI's words. Unknown words become `other`, `web` or `null`. */
export function mapTicket(account: Account, raw: RawTicket): Ticket {
  const { params, time, installationUrl } = account;
  const first = firstMessage(raw);
  return {
    id: raw.TicketID,
    subject: raw.Title,
    body: first === undefined ? "" : textOf(first),
    queue: raw.Queue === "" ? null : queueRef(raw.Queue),
    priority: mapPriority(raw.Priority, params.priorities),
    status: mapStatus(raw.State, raw.StateType, params.states.closed),
    statusLabel: raw.State,
    type: raw.Type,
    tags: tagsOf(raw, params.tags_field),
    customFields: Object.fromEntries(raw.DynamicField.map(({ Name, Value }) => [Name, mapFieldValue(Value)])),
    requester: mapRequester(raw, first),
    assignee: raw.OwnerID === null || unlocked.test(raw.Lock) ? null : { id: raw.OwnerID, name: raw.Owner },
    channel: mapChannel(first),
    language: null,
    createdAt: instantOf(time, raw.Created, "Created"),
    updatedAt: instantOf(time, raw.Changed, "Changed"),
    solvedAt: null,
    version: versionOf(raw),
    url: `${installationUrl}/index.pl?Action=AgentTicketZoom;TicketID=${raw.TicketID}`,
    tombstone: tombstoneOf(raw, params),
    mergedInto: null,
  };
}

/** Queues go by their full name on the wire, `Parent::Child`; the id is the name, without its blanks. */
export function queueRef(name: string): NamedRef {
  return { id: name.replace(/[\s%]/g, encodeURIComponent), name };
}

/** Junk is where people put spam; an agent who moves it away has it live again. */
export function tombstoneOf(raw: RawTicket, { spam_queues }: Pick<OtoboParams, "spam_queues">): Tombstone {
  const type = (raw.StateType || raw.State).toLowerCase();
  if (type === "merged") return "merged";
  if (type === "removed") return "deleted";
  return spam_queues.some((queue) => same(queue, raw.Queue)) ? "spam" : null;
}

/** What the customer wrote first; without a customer's article the first one that is not internal. */
function firstMessage(raw: RawTicket): RawArticle | undefined {
  const articles = inOrder(raw.Article);
  return articles.find(({ SenderType }) => SenderType === "customer") ?? articles.find((one) => !isPrivate(one));
}

function mapRequester(raw: RawTicket, first: RawArticle | undefined): Requester | null {
  const sender = first?.SenderType === "customer" ? readSender(first.From) : { name: "", email: null };
  const id = raw.CustomerUserID ?? sender.email;
  if (id === null) return null;
  const login = raw.CustomerUserID?.includes("@") === true ? raw.CustomerUserID : null;
  return { id, name: sender.name || id, email: sender.email ?? login };
}

/** The stock numbers of the communication channels. */
const channelIds: Readonly<Record<string, Channel>> = { 1: "email", 2: "phone", 4: "chat" };

function mapChannel(first: RawArticle | undefined): Channel {
  const word = (first?.CommunicationChannel ?? first?.ArticleType ?? "").toLowerCase();
  if (word.startsWith("email")) return "email";
  if (word === "phone" || word === "chat") return word;
  return word === "" ? (channelIds[first?.CommunicationChannelID ?? ""] ?? "web") : "web";
}

function mapFieldValue(value: unknown): FieldValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return Array.isArray(value) ? value.map(String) : null;
}
