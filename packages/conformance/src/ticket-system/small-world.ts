import type { SandboxOptions } from "@otai/sandbox/sandbox";

type World = NonNullable<SandboxOptions["world"]>;
type Past = ReturnType<World["history"]>[number];

const minute = 60_000;
const queues = ["Billing", "Technical Support", "Sales"];

/** Short tickets, one every ten minutes; the third is merged into the second, the last two are open. */
export const smallWorld: World = {
  queues,
  history: (_seed, tickets, epoch) =>
    Array.from({ length: tickets }, (_, index) => {
      const createdAt = epoch - (tickets - index + 60) * 10 * minute;
      return { ...ticketAt(index, createdAt, index < tickets - 2), mergedInto: index === 2 ? 1 : null };
    }),
  arrivals: () => (index) => ticketAt(index, 0, false),
};

/** As many tickets as possible in as little memory: nobody ever answered them. One a minute. */
export const crowdedWorld: World = {
  ...smallWorld,
  history: (_seed, tickets, epoch) =>
    Array.from({ length: tickets }, (_, index) => ({
      ...ticketAt(index, epoch - (tickets - index + 60) * minute, false),
      queueHistory: [],
      messages: [],
    })),
};

function ticketAt(index: number, createdAt: number, solved: boolean): Past {
  const queue = queues[index % queues.length]!;
  return {
    subject: `Question ${index}`,
    body: `Hello,\nI have a question about ${queue}.\n`,
    html: null,
    requester: { name: `Person ${index % 7}`, email: `person${index % 7}@customer.example`, vip: false },
    channel: "email",
    kind: "ordinary",
    truth: { queue, priority: "normal", language: "en" },
    createdAt,
    solvedAt: solved ? createdAt + 60 * minute : null,
    queueHistory: [queue],
    priority: "normal",
    type: "Question",
    tags: [],
    messages: [
      { role: "agent", private: false, body: "We look into it.", at: createdAt + 20 * minute },
      { role: "agent", private: true, body: "Known issue.", at: createdAt + 30 * minute },
      { role: "customer", private: false, body: "Thank you!", at: createdAt + 40 * minute },
    ],
    mergedInto: null,
  };
}
