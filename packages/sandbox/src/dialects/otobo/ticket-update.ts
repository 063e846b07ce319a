import type { DeskTicket, DeskUser, TicketFields } from "../../desk/desk-model.ts";
import type { NewMessage } from "../../desk/desk-mutation.ts";
import { newArticle } from "./article-input.ts";
import { dynamicChanges } from "./dynamic-fields.ts";
import { Fault, OperationError, refusal } from "./operation-error.ts";
import { accessDenied, authenticate, knownTicket, type Operation, type OtoboAccount } from "./otobo-account.ts";
import { mayMoveInto, priorityOf, queueOf, stateOf, ticketNumber, ticketWithNumber, typeOf } from "./otobo-words.ts";
import { isTrue, type RequestData } from "./request-data.ts";
import { queueFields, readTicketInput, type TicketInput, typeName } from "./ticket-input.ts";
import { isLocked } from "./ticket-json.ts";

const OPERATION = "TicketUpdate";

/**
 * Everything is validated first; then it is written step by step, and what a later step refuses leaves the earlier
 * ones written. A `TicketNumber` in the body beats the id in the path.
 */
export const ticketUpdate: Operation = (account, call) => {
  const { data } = call;
  const caller = authenticate(account, OPERATION, call);
  const { ticket, byNumber } = wantedTicket(account, data);
  const input =
    data.Ticket === undefined ? {} : readTicketInput(account.desk, account.time, account.now(), OPERATION, data.Ticket);
  const requesterId = input.customer?.id ?? ticket.requesterId;
  const message =
    data.Article === undefined ? undefined : newArticle(account.flavour, OPERATION, data.Article, caller, requesterId);
  const fieldChanges = dynamicChanges(account.desk, OPERATION, data.DynamicField);
  const articleId = write(account, caller, ticket, input, message, fieldChanges);
  return {
    TicketID: byNumber ? ticket.id : String(ticket.id),
    TicketNumber: ticketNumber(account.time, ticket),
    ...(articleId === undefined ? {} : { ArticleID: articleId }),
  };
};

function wantedTicket(account: OtoboAccount, data: RequestData): { ticket: DeskTicket; byNumber: boolean } {
  if (isTrue(data.TicketNumber)) {
    const ticket = ticketWithNumber(account.desk, account.time, String(data.TicketNumber));
    if (ticket === undefined || ticket.deleted) throw accessDenied(OPERATION);
    return { ticket, byNumber: true };
  }
  if (!isTrue(data.TicketID)) {
    throw refusal(OPERATION, "MissingParameter", "TicketID or TicketNumber is required!");
  }
  return { ticket: knownTicket(account, OPERATION, String(data.TicketID)), byNumber: false };
}

/** The vendor's order: Title, Queue, Type, State, Customer, Priority, Owner, Article, DynamicField. */
function write(
  { desk }: OtoboAccount,
  caller: DeskUser,
  ticket: DeskTicket,
  input: TicketInput,
  message: NewMessage | undefined,
  fieldChanges: Partial<TicketFields>,
): number | undefined {
  const step = (fields: Partial<TicketFields>, article?: NewMessage) =>
    desk.changeTicket(caller.id, ticket.id, fields, article);
  if (input.title !== undefined) step({ subject: input.title });
  if (input.queue && input.queue.id !== queueOf(desk, ticket).id) {
    if (!mayMoveInto(input.queue)) {
      throw new Fault("Ticket queue could not be updated, please contact system administrator!");
    }
    // ForceUnlockOnMove: the owner of a locked ticket loses it.
    step({ ...queueFields(desk, input.queue), ...(isLocked(ticket) ? { agentId: null } : {}) });
  }
  if (input.type && input.type.id !== typeOf(desk, ticket.type).id) step({ type: typeName(input.type) });
  writeState(input, ticket, step);
  if (input.customer) step({ requesterId: input.customer.id });
  if (input.priority && input.priority.id !== priorityOf(ticket.priority).id)
    step({ priority: input.priority.priority });
  if (input.owner !== undefined) step({ agentId: input.owner?.id ?? null });
  if (message) step({}, message);
  const articleId = message && ticket.messages.at(-1)?.id;
  step(fieldChanges);
  return articleId;
}

function writeState(
  { state, pendingUntil }: TicketInput,
  ticket: DeskTicket,
  step: (fields: Partial<TicketFields>) => void,
): void {
  if (state === undefined) return;
  const isPending = state.type.startsWith("pending");
  if (isPending && pendingUntil === undefined) {
    // The typo is theirs, and so is the missing name of the operation.
    throw new OperationError(
      OPERATION,
      "MissingParameter",
      "Can't set a ticket on a pending state without pendig time!",
    );
  }
  const changed = state.id !== stateOf(ticket).id && ticket.mergedInto === null;
  step({
    ...(changed ? { status: state.status } : {}),
    pendingUntil: isPending ? pendingUntil! : null,
  });
}
