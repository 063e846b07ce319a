import { afterEach, describe, expect, test } from "vitest";
import { changed, fixture, openWireAccount, people, type WireAccount } from "./testing/wire-account.ts";

const note = { html: "x", text: "x", marker: "ai-note x" };
const written = changed("triage-write-with-note", { request: { body: undefined } });
const other = changed("triage-write-with-note", { request: { path: "/api/v2/tickets/6.json", body: undefined } });
let account: WireAccount;
afterEach(() => account.close());

describe("ZD-13 thirty updates of one ticket in ten minutes", () => {
  test("the 31st is delayed before it is sent, and other tickets go on", async () => {
    account = await openWireAccount(written, other);
    const { system, server, context } = account;
    for (let count = 0; count < 30; count++) await system.write.addNote!("5158", note);
    await expect(system.write.addNote!("5158", note)).rejects.toMatchObject({
      code: "rate-limited",
      retry: "later",
      retryAfterMs: expect.any(Number),
    });
    expect(server.requests).toHaveLength(30);
    await system.write.addNote!("6", note);
    expect(context.readings.get("ticket-update:5158")).toEqual({
      limit: 30,
      remaining: 0,
      resetsAt: context.now + 600_000,
    });
  });

  test("the count falls as the ten minutes pass", async () => {
    account = await openWireAccount(written);
    const { system, context } = account;
    const start = context.now;
    await system.write.addNote!("5158", note);
    context.now = start + 300_000;
    await system.write.addNote!("5158", note);
    expect(context.readings.get("ticket-update:5158")).toMatchObject({ remaining: 28, resetsAt: start + 600_000 });
    context.now = start + 600_000;
    await system.write.addNote!("5158", note);
    expect(context.readings.get("ticket-update:5158")).toMatchObject({ remaining: 28, resetsAt: start + 900_000 });
  });

  test("the ticket's own 429 blocks this ticket and no other", async () => {
    account = await openWireAccount(fixture("rate-limit-per-ticket"), people(3001), fixture("groups"));
    const write = account.system.write.updateTicket("5158", {
      priority: "high",
      expectedVersion: "2026-11-01T09:00:00Z",
    });
    await expect(write).rejects.toMatchObject({ code: "rate-limited", retryAfterMs: 93_000 });
    expect([...account.context.blockedUntil]).toEqual([["ticket-update:5158", account.context.now + 93_000]]);
  });

  test("a 429 while the account has nothing left blocks all updates", async () => {
    const limited = fixture("rate-limit-per-ticket");
    const headers = { "retry-after": "20", "x-rate-limit": "700", "x-rate-limit-remaining": "0" };
    account = await openWireAccount({ request: limited.request, response: { ...limited.response, headers } });
    const write = account.system.write.updateTicket("5158", {
      priority: "high",
      expectedVersion: "2026-11-01T09:00:00Z",
    });
    await expect(write).rejects.toMatchObject({ code: "rate-limited" });
    expect(account.context.blockedUntil.get("ticket-update")).toBe(account.context.now + 20_000);
  });
});
