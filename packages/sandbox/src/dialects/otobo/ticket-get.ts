import { refusal } from "./operation-error.ts";
import { authenticate, knownTicket, type Operation } from "./otobo-account.ts";
import { textList } from "./request-data.ts";
import { ticketJson } from "./ticket-json.ts";

/** One ticket or several: ids by comma or as a list. One bad id spoils them all. */
export const ticketGet: Operation = (account, call) => {
  const operation = "TicketGet";
  authenticate(account, operation, call);
  const ids = textList(call.data.TicketID).flatMap((part) => part.split(","));
  if (ids.length === 0 || ids.every((id) => id === "" || id === "0")) {
    throw refusal(operation, "MissingParameter", "TicketID parameter is missing!");
  }
  const tickets = ids.map((id) => knownTicket(account, operation, id.trim()));
  return { Ticket: tickets.map((ticket) => ticketJson(account, ticket, call.data)) };
};
