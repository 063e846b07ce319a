import { expect, it } from "vitest";
import { waitingSince } from "./tell-of-ticket.ts";

const thread = (...entries: [role: "customer" | "agent", createdAt: number][]) =>
  entries.map(([role, createdAt]) => ({ role, createdAt }));

it.each([
  ["nobody wrote", thread(), null],
  ["nobody answered", thread(["customer", 1]), 1],
  ["the customer asked again before anybody answered", thread(["customer", 1], ["customer", 2]), 1],
  ["an agent wrote last", thread(["customer", 1], ["agent", 2]), null],
  [
    "the customer wrote again after an answer",
    thread(["customer", 1], ["agent", 2], ["customer", 3], ["customer", 4]),
    3,
  ],
])("F19: a customer waits since his first message without an answer: %s", (_, messages, since) => {
  expect(waitingSince(messages)).toBe(since);
});
