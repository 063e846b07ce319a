import { newArticle } from "./article-input.ts";
import { dynamicChanges } from "./dynamic-fields.ts";
import { refusal } from "./operation-error.ts";
import { authenticate, type Operation } from "./otobo-account.ts";
import { mayMoveInto, ticketNumber } from "./otobo-words.ts";
import { isRecord, isTrue } from "./request-data.ts";
import { queueFields, readTicketInput, typeName } from "./ticket-input.ts";

const OPERATION = "TicketCreate";

/** All values of the answer are strings. An unknown e-mail address becomes a customer, an unknown login is refused. */
export const ticketCreate: Operation = (account, call) => {
  const { desk, time, now } = account;
  const caller = authenticate(account, OPERATION, call);
  const { Ticket: ticket, Article: article } = call.data;
  const missing = (what: string) => refusal(OPERATION, "MissingParameter", `${what} parameter is missing!`);
  if (!isRecord(ticket)) throw missing("Ticket");
  if (!isRecord(article)) throw missing("Article");
  for (const key of ["Title", "CustomerUser"]) if (!isTrue(ticket[key])) throw missing(`Ticket->${key}`);
  for (const key of ["Queue", "State", "Priority"]) {
    if (!isTrue(ticket[key]) && !isTrue(ticket[`${key}ID`])) throw missing(`Ticket->${key}ID or Ticket->${key}`);
  }
  if (isTrue(article.From) && !String(article.From).includes("@")) {
    throw refusal(OPERATION, "InvalidParameter", "Article->From parameter is invalid!");
  }
  const { CustomerUser: login, ...rest } = ticket;
  const input = readTicketInput(desk, time, now(), OPERATION, rest);
  if (!String(login).includes("@")) {
    throw refusal(OPERATION, "InvalidParameter", "Ticket->CustomerUser parameter is invalid!");
  }
  if (!mayMoveInto(input.queue!)) {
    throw refusal(OPERATION, "AccessDenied", "Can not create tickets in given Queue or QueueID!");
  }
  const message = newArticle(account.flavour, OPERATION, article, caller, caller.id);
  const fields = dynamicChanges(desk, OPERATION, call.data.DynamicField);
  const created = desk.createTicket(caller.id, {
    subject: input.title!,
    requesterId: desk.ensureCustomer(String(login)).id,
    channel: message.channel,
    body: message.text,
    html: message.html,
    fields: {
      ...queueFields(desk, input.queue!),
      status: input.state!.status,
      priority: input.priority!.priority,
      ...(input.type ? { type: typeName(input.type) } : {}),
      ...(input.pendingUntil === undefined ? {} : { pendingUntil: input.pendingUntil }),
      ...fields,
    },
  });
  return {
    TicketID: String(created.id),
    TicketNumber: ticketNumber(time, created),
    ArticleID: String(created.messages[0]!.id),
  };
};
