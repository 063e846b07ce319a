import { afterEach, describe, expect, it } from "vitest";
import type { RatePlan } from "../../rate/rate-limiter.ts";
import { openAccount, type TestAccount } from "./test-account.ts";

const accounts: TestAccount[] = [];
const open = async (plan: RatePlan) => {
  const account = await openAccount({ plan });
  accounts.push(account);
  return account;
};
afterEach(async () => {
  for (const account of accounts.splice(0)) await account.close();
});

const statuses = async (count: number, call: (index: number) => Promise<{ status: number }>) => {
  const seen: number[] = [];
  for (let index = 0; index < count; index++) seen.push((await call(index)).status);
  return seen;
};

describe("rate limits", () => {
  it("every answer carries both sets of headers, on the unlimited plan too", async () => {
    const { headers } = await (await open("unlimited")).call("GET", "/tickets.json");
    for (const name of [
      "x-rate-limit",
      "x-rate-limit-remaining",
      "ratelimit-limit",
      "ratelimit-remaining",
      "ratelimit-reset",
    ]) {
      expect([name, headers.get(name)]).toEqual([name, expect.stringMatching(/^\d+$/)]);
    }
    expect(headers.get("zendesk-ratelimit-tickets-index")).toBe("total=100; remaining=99; resets=60");
  });

  it("the unlimited plan never says 429 and never counts down", async () => {
    const account = await open("unlimited");
    expect(
      new Set(await statuses(15, () => account.call("GET", "/incremental/tickets/cursor.json?start_time=0"))),
    ).toEqual(new Set([200]));
    expect((await account.call("GET", "/groups.json")).headers.get("x-rate-limit-remaining")).toBe("2499");
  });

  it("ZD-13: the 31st update of one ticket in 10 minutes is refused with Retry-After, another ticket's is not", async () => {
    const account = await open("pro");
    const [first, second] = [account.ticket(), account.ticket()];
    const update = (id: number) =>
      account.call("PUT", `/tickets/${id}.json`, { ticket: { subject: `${account.clock.now}` } });
    expect(new Set(await statuses(30, () => update(first)))).toEqual(new Set([200]));
    const refused = await update(first);
    expect([refused.status, refused.headers.get("retry-after"), refused.body]).toEqual([429, "600", undefined]);
    expect((await update(second)).status).toBe(200);
    account.clock.now += 600_000;
    expect((await update(first)).status).toBe(200);
  });

  it("100 ticket updates a minute for the account", async () => {
    const account = await open("enterprise");
    const ids = Array.from({ length: 101 }, () => account.ticket());
    const seen = await statuses(101, (index) =>
      account.call("PUT", `/tickets/${ids[index]}.json`, { ticket: { priority: "low" } }),
    );
    expect([seen.indexOf(429), seen.at(-1)]).toEqual([100, 429]);
    expect((await account.call("GET", `/tickets/${ids[0]}.json`)).status).toBe(200);
    account.clock.now += 60_000;
    expect((await account.call("PUT", `/tickets/${ids[100]}.json`, { ticket: {} })).status).toBe(200);
  });

  it("10 exports a minute, and the refusal names the limit", async () => {
    const account = await open("growth");
    const seen = await statuses(10, () => account.call("GET", "/incremental/tickets/cursor.json?start_time=0"));
    expect(new Set(seen)).toEqual(new Set([200]));
    const refused = await account.call("GET", "/incremental/tickets/cursor.json?start_time=0");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("zendesk-ratelimit-incremental-exports")).toBe("total=10; remaining=0; resets=60");
    expect(Number(refused.headers.get("x-rate-limit-remaining"))).toBeGreaterThan(0);
  });

  it("the account's own limit counts every call", async () => {
    const account = await open("growth");
    const seen = await statuses(401, () => account.call("GET", "/groups.json"));
    expect(seen.indexOf(429)).toBe(400);
  });

  it("answers injected faults as the vendor would", async () => {
    const account = await open("unlimited");
    account.faults.add({ kind: "429", next: 1 });
    expect((await account.call("GET", "/groups.json")).headers.get("retry-after")).toBe("1");
    account.faults.add({ kind: "5xx", next: 1 });
    const broken = await account.call("GET", "/groups.json");
    expect([broken.status, broken.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
  });
});
