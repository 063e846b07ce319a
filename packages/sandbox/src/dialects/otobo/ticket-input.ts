import type { Desk } from "../../desk/desk.ts";
import type { DeskPriority, DeskUser } from "../../desk/desk-model.ts";
import { refusal } from "./operation-error.ts";
import {
  agentId,
  agentLogin,
  groupIdOf,
  JUNK,
  type NamedId,
  PRIORITIES,
  queues,
  ROOT,
  STATES,
  type TicketState,
  types,
  UNCLASSIFIED,
} from "./otobo-words.ts";
import { isRecord } from "./request-data.ts";
import type { ServerTime } from "./server-time.ts";

/** Titles are cut there, and nobody says so. */
const LONGEST_TITLE = 191;
const MINUTE = 60_000;

/** What `Ticket` asks for, checked. Keys that are not there stay as they are; unknown ones have no effect. */
export interface TicketInput {
  title?: string;
  queue?: NamedId;
  type?: NamedId;
  state?: TicketState;
  pendingUntil?: number;
  customer?: DeskUser;
  priority?: NamedId & { priority: DeskPriority };
  /** Null for root@localhost. */
  owner?: DeskUser | null;
}

/**
 * Names beat ids, and a number in the place of a name is invalid.
 * @throws OperationError
 */
export function readTicketInput(
  desk: Desk,
  time: ServerTime,
  now: number,
  operation: string,
  input: unknown,
): TicketInput {
  const invalid = (what: string) => refusal(operation, "InvalidParameter", `Ticket->${what} parameter is invalid!`);
  if (!isRecord(input) || Object.keys(input).length === 0) {
    throw refusal(operation, "InvalidParameter", "Ticket parameter is missing or not valid!");
  }
  const pick = <Known extends NamedId>(key: string, known: readonly Known[]): Known | undefined => {
    const [name, id] = [input[key], input[`${key}ID`]];
    if (name === undefined && id === undefined) return undefined;
    const found = known.find((row) => (name === undefined ? String(row.id) === String(id) : row.name === name));
    if (found === undefined) throw invalid(`${key}ID or Ticket->${key}`);
    return found;
  };
  const agents = [ROOT, ...desk.agents().map((user) => ({ id: agentId(desk, user.id), name: agentLogin(user), user }))];
  const owner: (NamedId & { user?: DeskUser }) | undefined = pick("Owner", agents);
  pick("Responsible", agents);
  const result: TicketInput = {};
  if (typeof input.Title === "string" && input.Title.trim() !== "") {
    result.title = [...input.Title].slice(0, LONGEST_TITLE).join("");
  }
  const queue = pick("Queue", queues(desk));
  if (queue) result.queue = queue;
  const type = pick("Type", types(desk));
  if (type) result.type = type;
  const state = pick("State", STATES);
  if (state) result.state = state;
  const priority = pick("Priority", PRIORITIES);
  if (priority) result.priority = priority;
  if (owner) result.owner = owner.user ?? null;
  if (input.CustomerUser !== undefined) {
    const customer = desk.userWithEmail(String(input.CustomerUser));
    if (customer === undefined) throw invalid("CustomerUser");
    result.customer = customer;
  }
  if (input.PendingTime !== undefined) {
    const until = pendingUntil(time, now, input.PendingTime);
    if (until === undefined) throw invalid("PendingTime");
    result.pendingUntil = until;
  }
  return result;
}

/** Where a queue is on the desk: spam is a queue of its own here. */
export function queueFields(desk: Desk, queue: NamedId): { spam: boolean; groupId?: number | null } {
  return queue.id === JUNK.id ? { spam: true } : { spam: false, groupId: groupIdOf(desk, queue) };
}

export function typeName(type: NamedId): string | null {
  return type.id === UNCLASSIFIED.id ? null : type.name;
}

/** `{Diff}` in minutes, or year, month, day, hour and minute in the server's time. */
function pendingUntil(time: ServerTime, now: number, value: unknown): number | undefined {
  if (!isRecord(value)) return undefined;
  if (value.Diff !== undefined) {
    const minutes = Number(value.Diff);
    return minutes > 0 ? now + minutes * MINUTE : undefined;
  }
  const part = (key: string, digits: number) => String(value[key] ?? "").padStart(digits, "0");
  return time.parse(
    `${part("Year", 4)}-${part("Month", 2)}-${part("Day", 2)} ${part("Hour", 2)}:${part("Minute", 2)}:00`,
  );
}
