import type { DeskTicket } from "../../desk/desk-model.ts";
import { articleJson } from "./article-json.ts";
import { dynamicFields, dynamicValue } from "./dynamic-fields.ts";
import type { OtoboAccount } from "./otobo-account.ts";
import {
  agentId,
  agentLogin,
  customerCompany,
  customerLogin,
  priorityOf,
  queueOf,
  ROOT,
  stateOf,
  ticketNumber,
  typeOf,
} from "./otobo-words.ts";
import { isTrue, type RequestData, textList } from "./request-data.ts";
import { withStringIds } from "./string-ids.ts";

/** Without a time of its own a pending ticket comes back after a day. */
const USUAL_WAIT_MS = 86_400_000;
const FINISHED = ["solved", "closed"];

/** Whoever owns an unfinished ticket has locked it. */
export function isLocked(ticket: DeskTicket): boolean {
  return ticket.agentId !== null && !FINISHED.includes(ticket.status);
}

/**
 * A ticket of TicketGet. `options` are the operation's: `DynamicFields`, `AllArticles`, `ArticleSenderType`,
 * `ArticleOrder` and `ArticleLimit` (the order acts only beside the limit), `Attachments`.
 */
export function ticketJson(account: OtoboAccount, ticket: DeskTicket, options: RequestData): RequestData {
  const { desk, time, flavour } = account;
  const state = stateOf(ticket);
  const queue = queueOf(desk, ticket);
  const priority = priorityOf(ticket.priority);
  const type = typeOf(desk, ticket.type);
  const customer = desk.user(ticket.requesterId);
  const until = state.type.startsWith("pending")
    ? (ticket.pendingUntil ?? ticket.moments.statusChangedAt + USUAL_WAIT_MS)
    : 0;
  const articles = isTrue(options.AllArticles) ? articlesOf(account, ticket, options) : [];
  const row: RequestData = {
    TicketID: ticket.id,
    TicketNumber: ticketNumber(time, ticket),
    Title: ticket.subject,
    Queue: queue.name,
    QueueID: queue.id,
    Priority: priority.name,
    PriorityID: priority.id,
    State: state.name,
    StateID: state.id,
    StateType: state.type,
    Lock: isLocked(ticket) ? "lock" : "unlock",
    LockID: isLocked(ticket) ? 2 : 1,
    Type: type.name,
    TypeID: type.id,
    Owner: agentLogin(ticket.agentId === null ? undefined : desk.user(ticket.agentId)),
    OwnerID: agentId(desk, ticket.agentId),
    Responsible: ROOT.name,
    ResponsibleID: ROOT.id,
    CustomerID: customerCompany(customer),
    CustomerUserID: customerLogin(customer),
    Created: time.format(ticket.createdAt),
    Changed: time.format(ticket.updatedAt),
    CreateBy: agentId(desk, ticket.history[0]?.actor.id ?? null),
    ChangeBy: agentId(desk, ticket.history.at(-1)?.actor.id ?? null),
    Age: Math.floor((account.now() - ticket.createdAt) / 1000),
    GroupID: 1,
    ArchiveFlag: "n",
    SLAID: "",
    ServiceID: "",
    TimeUnit: 0,
    UntilTime: until === 0 ? 0 : Math.floor((until - account.now()) / 1000),
    UnlockTimeout: 0,
    RealTillTimeNotUsed: Math.floor(until / 1000),
    EscalationTime: 0,
    EscalationResponseTime: 0,
    EscalationUpdateTime: 0,
    EscalationSolutionTime: 0,
    ...(isTrue(options.DynamicFields)
      ? { DynamicField: dynamicFields(desk).map((field) => ({ Name: field.name, Value: dynamicValue(ticket, field) })) }
      : {}),
    ...(articles.length > 0 ? { Article: articles } : {}),
  };
  return withStringIds(flavour, row);
}

function articlesOf(account: OtoboAccount, ticket: DeskTicket, options: RequestData): RequestData[] {
  const senders = textList(options.ArticleSenderType);
  const articles = ticket.messages
    .map((message) => articleJson(account, ticket, message, options))
    .filter((article) => senders.length === 0 || senders.includes(String(article.SenderType)));
  const limit = Number(options.ArticleLimit);
  if (!(limit > 0)) return articles;
  return (options.ArticleOrder === "DESC" ? articles.reverse() : articles).slice(0, limit);
}
