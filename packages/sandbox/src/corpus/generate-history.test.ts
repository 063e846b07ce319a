import { describe, expect, it } from "vitest";
import { createArrivals } from "./create-arrivals.ts";
import { generateHistory } from "./generate-history.ts";
import { QUEUE_KEYS, QUEUE_NAMES, QUEUES } from "./queues.ts";
import type { SimulatedTicket } from "./simulated-ticket.ts";

const NOW = Date.UTC(2026, 2, 10, 10);
const DAY = 86_400_000;
const history = generateHistory({ seed: 1, solved: 3000, open: 300, now: NOW });
const solved = history.filter((ticket) => ticket.solvedAt !== null);
const shareOf = (matches: (ticket: SimulatedTicket) => boolean, tickets = history) =>
  tickets.filter(matches).length / tickets.length;
const everyText = (tickets: readonly SimulatedTicket[]) =>
  tickets.flatMap(({ subject, body, html, messages }) => [
    subject,
    body,
    html ?? "",
    ...messages.map((one) => one.body),
  ]);

describe("the generated history", () => {
  it("is the same for the same seed and another for another seed", () => {
    const small = { solved: 60, open: 6, now: NOW };
    expect(generateHistory({ seed: 7, ...small })).toEqual(generateHistory({ seed: 7, ...small }));
    expect(generateHistory({ seed: 8, ...small })).not.toEqual(generateHistory({ seed: 7, ...small }));
  });

  it("has as many solved and open tickets as were asked for", () => {
    expect(solved).toHaveLength(3000);
    expect(history).toHaveLength(3300);
  });

  it("is ordered by time, within fourteen months before now, and grows", () => {
    const times = history.map((ticket) => ticket.createdAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(NOW - 430 * DAY);
    expect(times.at(-1)).toBeLessThan(NOW);
    const middle = (NOW + times[0]!) / 2;
    const late = solved.filter((ticket) => ticket.createdAt > middle).length;
    expect(late).toBeGreaterThan(1.2 * (solved.length - late));
  });

  it("tells each ticket's life in order: written, talked about, solved before now", () => {
    for (const { createdAt, messages, solvedAt } of history) {
      const life = [createdAt, ...messages.map((message) => message.at), solvedAt ?? NOW];
      expect(life).toEqual(life.toSorted((a, b) => a - b));
      expect(life.at(-1)).toBeLessThanOrEqual(NOW);
    }
  });

  it("is in English, German, French and Spanish at 60, 28, 7 and 5 percent, with one or two of unsupported languages", () => {
    const shares = { en: 0.6, de: 0.28, fr: 0.07, es: 0.05 };
    for (const [language, share] of Object.entries(shares)) {
      expect(Math.abs(shareOf((ticket) => ticket.truth.language === language) - share), language).toBeLessThan(0.03);
    }
    const unsupported = shareOf((ticket) => !(ticket.truth.language in shares));
    expect(unsupported).toBeGreaterThan(0.01);
    expect(unsupported).toBeLessThan(0.02);
  });

  it("fills eight queues unevenly, as their shares say", () => {
    for (const key of QUEUE_KEYS) {
      const { name, share } = QUEUES[key];
      expect(Math.abs(shareOf((ticket) => ticket.truth.queue === name) - share / 100), name).toBeLessThan(0.03);
    }
    expect(new Set(history.map((ticket) => ticket.truth.queue))).toEqual(new Set(QUEUE_NAMES));
  });

  it("has three to five percent of label errors among the solved tickets, and detours", () => {
    const errors = shareOf((ticket) => ticket.queueHistory.at(-1) !== ticket.truth.queue, solved);
    expect(errors).toBeGreaterThan(0.03);
    expect(errors).toBeLessThan(0.055);
    expect(shareOf((ticket) => ticket.queueHistory.length > 1, solved)).toBeGreaterThan(0.08);
  });

  it("leaves some open tickets to be sorted", () => {
    const open = history.filter((ticket) => ticket.solvedAt === null);
    expect(shareOf((ticket) => ticket.queueHistory.length === 0, open)).toBeGreaterThan(0.1);
  });

  it("has priorities at about 15, 55, 22 and 8 percent", () => {
    const shares = { low: 0.15, normal: 0.55, high: 0.22, urgent: 0.08 };
    for (const [priority, share] of Object.entries(shares)) {
      expect(Math.abs(shareOf((ticket) => ticket.truth.priority === priority) - share), priority).toBeLessThan(0.05);
    }
  });

  it("has every kind of special ticket", () => {
    for (const kind of ["out-of-office", "spam", "duplicate", "merged", "angry", "injection", "unsupported-language"]) {
      expect(history.filter((ticket) => ticket.kind === kind).length, kind).toBeGreaterThan(9);
    }
  });

  it("merges a ticket only into an earlier one of the same customer", () => {
    const merged = history.filter((ticket) => ticket.mergedInto !== null);
    expect(merged.length).toBeGreaterThan(9);
    for (const ticket of merged) {
      const target = history[ticket.mergedInto!]!;
      expect(target.requester.email).toBe(ticket.requester.email);
      expect(target.createdAt).toBeLessThanOrEqual(ticket.createdAt);
      expect(target.mergedInto).toBeNull();
    }
  });

  it("instructs the AI in the text, in signatures and in HTML comments, while the truth stays the real topic", () => {
    const tries = history.filter((ticket) => ticket.kind === "injection");
    expect(tries.some((ticket) => /<!-- .+ -->/.test(ticket.html ?? ""))).toBe(true);
    expect(tries.some((ticket) => /instructions|SYSTEM|system|Anweisungen|KI|AI/.test(ticket.body))).toBe(true);
    for (const { body, html, truth } of tries) expect(`${body}${html}`).not.toContain(`to ${truth.queue}`);
  });

  it("says more than 95 percent of its letters only once, in more than 4,000 words", () => {
    expect(new Set(history.map((ticket) => ticket.body)).size / history.length).toBeGreaterThan(0.95);
    const words = solved.flatMap(({ subject, body }) => `${subject} ${body}`.toLowerCase().match(/\p{L}+/gu) ?? []);
    expect(new Set(words).size).toBeGreaterThan(4000);
  });

  it("uses no mail address or link outside of .example", () => {
    const hosts = [
      ...everyText(history)
        .flatMap((text) => [...text.matchAll(/(?:@|https?:\/\/)([\w.-]+\w)/g)])
        .map((match) => match[1]!),
      ...history.map((ticket) => ticket.requester.email.split("@")[1]!),
    ];
    expect(hosts.length).toBeGreaterThan(3000);
    expect(hosts.filter((host) => !host.endsWith(".example"))).toEqual([]);
  });

  it("leaves no slot and no choice of the grammar in any text", () => {
    expect(everyText(history).filter((text) => /\{\w+\}|\[[^\]]*\||\\n|undefined/.test(text))).toEqual([]);
  });

  it("gives one address to one person only", () => {
    const names = new Map<string, string>();
    for (const { name, email } of history.map((ticket) => ticket.requester)) {
      expect(names.get(email) ?? name).toBe(name);
      names.set(email, name);
    }
  });
});

describe("arrivals", () => {
  const arrivals = createArrivals({ seed: 1 });
  const fresh = Array.from({ length: 600 }, () => arrivals.next(NOW));

  it("are untouched tickets of the given time", () => {
    for (const { createdAt, solvedAt, queueHistory, messages } of fresh) {
      expect({ createdAt, solvedAt, queueHistory, messages }).toEqual({
        createdAt: NOW,
        solvedAt: null,
        queueHistory: [],
        messages: [],
      });
    }
  });

  it("are the same for the same seed", () => {
    const again = createArrivals({ seed: 1 });
    expect(Array.from({ length: 30 }, () => again.next(NOW))).toEqual(fresh.slice(0, 30));
  });

  it("never repeat a letter of any history", () => {
    const other = generateHistory({ seed: 2, solved: 600, open: 0, now: NOW });
    const past = new Set([...history, ...other].map((ticket) => ticket.body));
    expect(fresh.filter((ticket) => past.has(ticket.body))).toEqual([]);
  });

  it("come from the distribution of the history", () => {
    for (const name of QUEUE_NAMES) {
      const [then, now] = [history, fresh].map((tickets) => shareOf((ticket) => ticket.truth.queue === name, tickets));
      expect(Math.abs(then! - now!), name).toBeLessThan(0.06);
    }
  });
});
