import type { DeskEvent, HistoryEntry } from "../../desk/desk-model.ts";
import type { WebhookFormat } from "../dialect.ts";
import { dynamicFields, dynamicValue } from "./dynamic-fields.ts";
import type { OtoboAccount } from "./otobo-account.ts";
import { stateOfStatus } from "./otobo-words.ts";
import type { RequestData } from "./request-data.ts";
import { ticketJson } from "./ticket-json.ts";

const TIMEOUT_MS = 60_000;

const EVENTS: Record<string, string> = {
  reply: "ArticleCreate",
  note: "ArticleCreate",
  groupId: "TicketQueueUpdate",
  spam: "TicketQueueUpdate",
  status: "TicketStateUpdate",
  priority: "TicketPriorityUpdate",
  agentId: "TicketOwnerUpdate",
  subject: "TicketTitleUpdate",
  type: "TicketTypeUpdate",
  requesterId: "TicketCustomerUpdate",
  mergedInto: "TicketMerge",
  tags: "TicketDynamicFieldUpdate_AITags",
};

/**
 * A requester of the administrator's: `Generic::PassThrough` sends the raw event, Znuny's `Ticket::Generic` the whole
 * ticket with it. There is no signature, no delivery id and no second attempt; the secret is a header of its own.
 */
export function createInvokerFormat(account: OtoboAccount): WebhookFormat {
  return {
    request: ({ event, subscription }) => ({
      headers: {
        "content-type": "application/json; charset=UTF-8",
        "user-agent": "libwww-perl/6.77",
        ...(subscription.secret === null ? {} : { "x-otai-webhook-secret": subscription.secret }),
      },
      body: JSON.stringify(account.flavour.sendsWholeTickets ? wholeTicket(account, event) : rawEvent(account, event)),
    }),
    retryDelays: [],
    retryOn: () => false,
    timeoutMs: TIMEOUT_MS,
  };
}

function rawEvent({ desk }: OtoboAccount, event: DeskEvent): Record<string, string> {
  const name = eventName(desk, event);
  return {
    Event: name,
    TicketID: String(event.ticketId),
    ...(name === "ArticleCreate" && event.messageId !== null ? { ArticleID: String(event.messageId) } : {}),
  };
}

/** `Ticket::Generic`: dynamic fields are keys of the ticket, and the event's article stands beside the list of all. */
function wholeTicket(account: OtoboAccount, event: DeskEvent): Record<string, unknown> {
  const ticket = account.desk.ticket(event.ticketId);
  if (ticket === undefined) throw new Error(`event of an unknown ticket ${event.ticketId}`);
  const status = event.changes.find((change) => change.field === "status");
  const told = rawEvent(account, event);
  const { Article = [], DynamicField: _, ...row } = ticketJson(account, ticket, { AllArticles: 1 });
  const articles = Article as RequestData[];
  const isNew = told.Event === "TicketCreate";
  const own = isNew ? articles[0] : articles.find(({ ArticleID }) => String(ArticleID) === told.ArticleID);
  const old = status && {
    TicketID: ticket.id,
    State: stateOfStatus(status.from as typeof ticket.status).name,
  };
  return {
    Event: {
      ...told,
      // The one event whose id is a number.
      ...(isNew && { TicketID: ticket.id }),
      ...(old && { OldTicketData: old }),
    },
    Ticket: {
      ...row,
      ...Object.fromEntries(
        dynamicFields(account.desk).map((field) => [`DynamicField_${field.name}`, dynamicValue(ticket, field)]),
      ),
      Article: own ?? {},
      Articles: articles,
    },
  };
}

function eventName(desk: OtoboAccount["desk"], event: DeskEvent): string {
  if (event.kind === "ticket-created") return "TicketCreate";
  if (event.kind === "customer-replied") return "ArticleCreate";
  if (event.kind === "ticket-resolved") return "TicketStateUpdate";
  // A note beside other changes tells most.
  const changes: readonly HistoryEntry[] = [...event.changes].reverse();
  for (const { field } of changes) {
    const known = EVENTS[field];
    if (known !== undefined) return known;
    const dynamic = dynamicFields(desk).find(
      ({ store }) => typeof store === "object" && field === `custom_fields.${store.field}`,
    );
    if (dynamic) return `TicketDynamicFieldUpdate_${dynamic.name}`;
  }
  return "HistoryAdd";
}
