import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../test-sandbox.ts";

let desk: TestSandbox;
beforeEach(async () => {
  desk = await startTestSandbox();
});
afterEach(() => desk.close());

describe("faults", () => {
  it("429 and 5xx answer in the vendor's words without touching the desk", async () => {
    await desk.control("POST", "/faults", { kind: "429", next: 1 });
    const limited = await desk.freshdesk("PUT", "/tickets/12", { priority: 4 });
    expect([limited.status, Number(limited.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
    await desk.control("POST", "/faults", { kind: "5xx", next: 1 });
    expect((await desk.freshdesk("PUT", "/tickets/12", { priority: 4 })).status).toBeGreaterThanOrEqual(500);
    expect((await desk.control("GET", "/tickets/12")).json.history).toHaveLength(1);
    expect((await desk.freshdesk("PUT", "/tickets/12", { priority: 4 })).status).toBe(200);
  });

  it("strikes only below the path, at the given rate, until deleted", async () => {
    await desk.control("POST", "/faults", { kind: "5xx", rate: 1, path: "/freshdesk/api/v2/groups" });
    expect((await desk.freshdesk("GET", "/agents")).status).toBe(200);
    expect((await desk.freshdesk("GET", "/groups")).status).toBeGreaterThanOrEqual(500);
    await desk.control("DELETE", "/faults");
    expect((await desk.freshdesk("GET", "/groups")).status).toBe(200);
  });

  it("reset breaks the connection, before some writes and after others", async () => {
    const before: number[] = [];
    const after: number[] = [];
    await desk.control("POST", "/faults", { kind: "reset", next: 20 });
    for (let index = 0; index < 20; index++) {
      await expect(desk.freshdesk("POST", "/tickets/12/notes", { body: `note ${index}` })).rejects.toThrow();
      const { messages } = (await desk.control("GET", "/tickets/12")).json;
      (messages.at(-1)?.body === `note ${index}` ? after : before).push(index);
    }
    expect(before.length).toBeGreaterThan(0);
    expect(after.length).toBeGreaterThan(0);
    const { items } = (await desk.control("GET", "/requests?kind=write")).json;
    expect(items[0]).toMatchObject({ status: 0, fault: "reset" });
  });

  it("timeout never answers", async () => {
    await desk.control("POST", "/faults", { kind: "timeout", next: 1 });
    const call = fetch(`${desk.url}/freshdesk/api/v2/groups`, {
      headers: { authorization: `Basic ${btoa("sandbox:X")}` },
      signal: AbortSignal.timeout(150),
    });
    await expect(call).rejects.toThrow(/timeout/);
    expect((await desk.freshdesk("GET", "/groups")).status).toBe(200);
  });
});
