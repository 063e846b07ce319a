import type { Example } from "./example.ts";
import { seededRandom } from "./random.ts";

const TOPICS: Readonly<Record<string, readonly string[]>> = {
  billing: ["invoice", "refund", "charged twice", "payment failed", "credit card", "VAT number", "subscription price"],
  network: ["vpn", "wifi drops", "no internet", "slow connection", "firewall", "dns error", "proxy settings"],
  hardware: [
    "printer jam",
    "broken screen",
    "docking station",
    "battery",
    "new laptop",
    "keyboard",
    "monitor flickers",
  ],
  access: ["password reset", "account locked", "permission denied", "new user", "two factor code", "login loop"],
};
const OPENINGS = ["Hello team", "Hi", "Good morning", "Dear support", "Please help"];
const FILLERS = [
  "since yesterday",
  "again",
  "for my colleague",
  "in the Berlin office",
  "before the meeting",
  "on my side",
];
const CLOSINGS = ["Thank you", "I would be glad of an answer", "Can you look into it?", "It is needed this week."];
const FIRST_DAY = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;

/** Tickets of an invented desk with four well separated queues, one an hour; `noise` is the share of wrong labels. */
export function deskTickets(count: number, seed = 1, noise = 0): Example[] {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const queues = Object.keys(TOPICS);
  return Array.from({ length: count }, (_, number) => {
    const queue = pick(queues);
    const first = pick(TOPICS[queue]!);
    const second = pick(TOPICS[queue]!);
    const urgent = random() < 0.3;
    const filed = random() < noise ? pick(queues) : queue;
    return {
      id: `T-${seed}-${number + 1}`,
      subject: `${first} ${pick(FILLERS)}`,
      body: `${pick(OPENINGS)}, I have a question about ${second} ${pick(FILLERS)}.${urgent ? " Production is down!" : ""} ${pick(CLOSINGS)}`,
      labels: { queue: filed, priority: urgent ? "high" : "normal" },
      at: FIRST_DAY + number * HOUR,
      group: `sender-${number % 40}@customer.example`,
    };
  });
}
