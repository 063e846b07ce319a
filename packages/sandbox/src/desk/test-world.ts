import type { SimulatedTicket } from "../corpus/simulated-ticket.ts";
import type { SimulatedWorld } from "./simulated-world.ts";

const HOUR = 3_600_000;
const QUEUES = ["Billing", "Technical Support", "Sales"];

function plainTicket(index: number, createdAt: number, solved: boolean): SimulatedTicket {
  const queue = QUEUES[index % QUEUES.length]!;
  return {
    subject: `Question ${index}`,
    body: `Hello,\nI have a question about ${queue}.\n`,
    html: null,
    requester: { name: `Person ${index % 7}`, email: `person${index % 7}@customer.example`, vip: index % 7 === 0 },
    channel: "email",
    kind: "ordinary",
    truth: { queue, priority: "normal", language: "en" },
    createdAt,
    solvedAt: solved ? createdAt + 4 * HOUR : null,
    queueHistory: solved ? [queue] : [],
    priority: "normal",
    type: "Question",
    tags: solved ? ["done"] : [],
    messages: solved
      ? [
          { role: "agent", private: false, body: "We look into it.", at: createdAt + HOUR },
          { role: "agent", private: true, body: "Known issue.", at: createdAt + 2 * HOUR },
          { role: "customer", private: false, body: "Thank you!", at: createdAt + 3 * HOUR },
        ]
      : [],
    mergedInto: null,
  };
}

/** A tiny, uniform world for tests: one ticket every six hours, the last two still open. */
export const testWorld: SimulatedWorld = {
  queues: QUEUES,
  history: (_seed, tickets, epoch) =>
    Array.from({ length: tickets }, (_, index) =>
      plainTicket(index, epoch - (tickets - index) * 6 * HOUR, index < tickets - 2),
    ),
  arrivals: () => (index) => ({ ...plainTicket(index, 0, false), subject: `Arrival ${index}` }),
};
