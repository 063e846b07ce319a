import type { Draw } from "./draw.ts";
import { type Clarity, type Matter, PRIORITIES } from "./draw-matter.ts";
import { expandPhrase } from "./expand-phrase.ts";
import { PRODUCTS } from "./phrases/goods.ts";
import { QUEUE_KEYS, QUEUES, type QueueKey } from "./queues.ts";
import type { SimulatedMessage, SimulatedTicket, TicketPriority } from "./simulated-ticket.ts";
import type { WrittenTicket } from "./write-ticket.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How often agents left a ticket in a wrong queue: seldom where the matter is plain; 3 to 5 % of all. */
const LABEL_ERROR: Readonly<Record<Clarity, number>> = { clear: 0.003, mixed: 0.12, hazy: 0.12, terse: 0.1 };
/** How often they found the right one only later, or misjudged the priority. */
const DETOUR = 0.12;
const PRIORITY_ERROR = 0.03;

/** What agents made of a ticket by `solvedAt`. */
export function solve(draw: Draw, { ticket, matter }: WrittenTicket, solvedAt: number): SimulatedTicket {
  const sorted = sort(draw, ticket, matter);
  return {
    ...sorted,
    solvedAt,
    tags: tagsOf(draw, ticket, matter),
    messages: spread(talk(draw, matter), ticket.createdAt, solvedAt),
  };
}

/** What agents made of a ticket that is still open at `now`: the newest nobody has seen yet. */
export function begin(draw: Draw, { ticket, matter }: WrittenTicket, now: number): SimulatedTicket {
  const age = now - ticket.createdAt;
  if (age < 3 * HOUR || draw.chance(0.25)) return ticket;
  const started = age > 8 * HOUR && draw.chance(0.5) ? question(draw, matter) : [];
  return { ...sort(draw, ticket, matter), messages: spread(started, ticket.createdAt, now) };
}

function sort(draw: Draw, ticket: SimulatedTicket, matter: Matter): SimulatedTicket {
  return {
    ...ticket,
    queueHistory: queuesPassed(draw, matter).map((key) => QUEUES[key].name),
    priority: draw.chance(PRIORITY_ERROR) ? misjudged(draw, ticket.truth.priority) : ticket.truth.priority,
    type: draw.chance(0.85) ? matter.intent.type : null,
  };
}

function queuesPassed(draw: Draw, { clarity, queue, side }: Matter): QueueKey[] {
  const wrong =
    draw.chance(0.8) && side.queue !== queue ? side.queue : draw.pick(QUEUE_KEYS.filter((key) => key !== queue));
  if (draw.chance(LABEL_ERROR[clarity])) return draw.chance(0.3) ? [queue, wrong] : [wrong];
  if (!draw.chance(DETOUR)) return [queue];
  const other = draw.pick(QUEUES[queue].neighbours);
  return draw.chance(0.15) && other !== wrong ? [other, wrong, queue] : [wrong, queue];
}

function misjudged(draw: Draw, priority: TicketPriority): TicketPriority {
  const level = PRIORITIES.indexOf(priority);
  return PRIORITIES[level + draw.pick([-1, 1])] ?? "normal";
}

function tagsOf(draw: Draw, ticket: SimulatedTicket, matter: Matter): string[] {
  const product = PRODUCTS.find((name) => ticket.body.includes(name));
  return [
    ...(draw.chance(0.3) ? [matter.intent.name] : []),
    ...(product?.startsWith("Kassette") ? ["pos"] : product && draw.chance(0.4) ? ["shop"] : []),
    ...(ticket.requester.vip ? ["vip"] : []),
    ...(ticket.kind === "spam" && draw.chance(0.8) ? ["spam"] : []),
  ];
}

type Remark = Omit<SimulatedMessage, "at">;

/** The thread that leads to the solution; its last message settles the matter. */
function talk(draw: Draw, matter: Matter): Remark[] {
  if (matter.kind === "spam" || matter.kind === "out-of-office") return [];
  const { manners } = matter.language;
  const line = (phrases: readonly string[]) => expandPhrase(draw.pick(phrases), draw, matter.slots);
  const closing = draw.chance(0.6) ? ` ${line(manners.agent_closing)}` : "";
  const answer = `${line(manners.agent_greeting)}\n\n${line(matter.intent.replies)}${closing}\n\nBrambelwerk Service`;
  const thanks = draw.chance(0.25)
    ? [remark("customer", line(manners.thanks)), remark("agent", line(manners.agent_goodbye))]
    : [];
  return [...question(draw, matter, 0.3), remark("agent", answer), ...thanks];
}

/** An internal note, and a question to the customer with its answer, as often as `probability` says. */
function question(draw: Draw, matter: Matter, probability = 0.7): Remark[] {
  const { manners } = matter.language;
  const line = (phrases: readonly string[]) => expandPhrase(draw.pick(phrases), draw, matter.slots);
  const note = draw.chance(0.2) ? [{ ...remark("agent", line(manners.note)), private: true }] : [];
  if (!draw.chance(probability)) return note;
  return [
    ...note,
    remark("agent", `${line(manners.agent_greeting)} ${line(manners.agent_question)}`),
    remark("customer", line(manners.customer_answer)),
  ];
}

function remark(role: Remark["role"], body: string): Remark {
  return { role, private: false, body };
}

function spread(remarks: readonly Remark[], from: number, to: number): SimulatedMessage[] {
  const step = (to - from) / (remarks.length + 1);
  return remarks.map((remark, index) => ({ ...remark, at: Math.floor(from + step * (index + 1)) }));
}
