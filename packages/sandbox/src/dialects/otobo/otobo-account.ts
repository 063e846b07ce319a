import type { Clock, Desk } from "../../desk/desk.ts";
import type { DeskTicket, DeskUser } from "../../desk/desk-model.ts";
import type { Random } from "../../desk/random.ts";
import type { Flavour } from "./flavours.ts";
import { type OperationError, refusal } from "./operation-error.ts";
import { agentWithLogin } from "./otobo-words.ts";
import { isTrue, type RequestData } from "./request-data.ts";
import type { ServerTime } from "./server-time.ts";
import type { Sessions } from "./sessions.ts";

const PASSWORD = "sandbox";

/** What every operation works on. */
export interface OtoboAccount {
  desk: Desk;
  now: Clock;
  random: Random;
  time: ServerTime;
  sessions: Sessions;
  flavour: Flavour;
}

/** One call of an operation: path, query and body in one, and where it came from. */
export interface OperationCall {
  data: RequestData;
  remote: string;
}

export type Operation = (account: OtoboAccount, call: OperationCall) => unknown;

/** The agent with this login and password; every agent of the desk has the same. */
export function logIn({ desk }: OtoboAccount, login: unknown, password: unknown): DeskUser | undefined {
  return password === PASSWORD ? agentWithLogin(desk, String(login)) : undefined;
}

/**
 * The agent behind a call, by session or by login and password. Reading operations call it a failure when there are
 * no credentials at all, writing ones a missing parameter.
 * @throws OperationError
 */
export function authenticate(account: OtoboAccount, operation: string, { data, remote }: OperationCall): DeskUser {
  const writes = operation === "TicketUpdate" || operation === "TicketCreate";
  const given = isTrue(data.SessionID) || isTrue(data.UserLogin) || isTrue(data.CustomerUserLogin);
  if (!given && writes) {
    throw refusal(operation, "MissingParameter", "UserLogin, CustomerUserLogin or SessionID is required!");
  }
  const session = isTrue(data.SessionID) ? account.sessions.find(data.SessionID, remote) : undefined;
  const user = session ? account.desk.user(session.userId) : logIn(account, data.UserLogin, data.Password);
  if (user !== undefined && !user.deleted) return user;
  const message = writes ? "User could not be authenticated!" : "Authorization failing!";
  throw refusal(operation, "AuthFail", message);
}

/** Missing and forbidden cannot be told apart. */
export function accessDenied(operation: string): OperationError {
  return refusal(operation, "AccessDenied", "User does not have access to the ticket!");
}

/** @throws OperationError for an unknown or deleted ticket, and for what is no number */
export function knownTicket({ desk }: OtoboAccount, operation: string, id: string): DeskTicket {
  const ticket = /^\d+$/.test(id) ? desk.ticket(Number(id)) : undefined;
  if (ticket === undefined || ticket.deleted) throw accessDenied(operation);
  return ticket;
}
