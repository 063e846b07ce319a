import { RateLimitedError, UnavailableError } from "@otai/plugin-api/errors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cut, get, note, put, type ScriptedServer, say, startScriptedServer } from "./testing/scripted-server.ts";

let desk: ScriptedServer;
beforeEach(async () => {
  desk = await startScriptedServer();
});
afterEach(() => desk.stop());

describe("R07: quick repetition", () => {
  it.each([
    ["a cut connection", cut],
    ["502", say(502)],
    ["503", say(503)],
    ["504", say(504)],
  ])("repeats a read after %s, with short pauses", async (_, fault) => {
    desk.answer(fault, fault, say(200, "{}"));
    expect((await desk.client().request(get)).status).toBe(200);
    expect(desk.pauses).toEqual([250, 500]);
  });

  it("gives up after two repetitions", async () => {
    desk.answer(say(503));
    expect(await desk.failure(get)).toBeInstanceOf(UnavailableError);
    expect(desk.asked).toHaveLength(3);
  });

  it("repeats a write that says it may be repeated", async () => {
    desk.answer(cut, say(200, "{}"));
    await desk.client().request(put);
    expect(desk.asked).toHaveLength(2);
  });

  it.each([
    ["a cut connection", cut],
    ["502", say(502)],
    ["silence", () => {}],
  ])("never repeats a note after %s: its outcome is unknown", async (_, fault) => {
    desk.answer(fault);
    expect(await desk.failure(note, { timeoutMs: 150 })).toMatchObject({ code: "unavailable", outcomeUnknown: true });
    expect(desk.asked).toHaveLength(1);
  });

  it.each([400, 401, 404, 429, 500])("does not repeat after %d", async (status) => {
    desk.answer(say(status));
    await desk.failure(get);
    expect(desk.asked).toHaveLength(1);
  });

  it("leaves a server alone that names a time", async () => {
    desk.answer(say(503, "", { "retry-after": "30" }));
    expect(await desk.failure(get)).toMatchObject({ retryAfterMs: 30_000 });
    expect(desk.asked).toHaveLength(1);
  });

  it("names the time-out and where to change it", async () => {
    desk.answer(() => {});
    expect((await desk.failure(get, { timeoutMs: 100 })).message).toContain(
      "did not answer within 0.1 s (params.timeout)",
    );
  });

  it("knows that nothing happened when nobody listened", async () => {
    const error = await desk.failure(note, { baseUrl: "http://127.0.0.1:1/api" });
    expect(error).toMatchObject({ code: "unavailable", outcomeUnknown: false });
  });

  it("does not forget that an earlier try may have been carried out when a later one cannot even be made", async () => {
    desk.answer(cut);
    const lost = desk.failure(put, {
      pause: async () => desk.context.budget.block("tickets", desk.context.now + 1_000),
    });
    expect(await lost).toMatchObject({ code: "unavailable", outcomeUnknown: true });
    expect(desk.asked).toHaveLength(1);
  });

  it("ends while it waits for the next try", async () => {
    desk.answer(cut);
    const stopped = desk.failure(get, {
      pause: async () => {
        desk.context.stop();
        throw new Error("aborted");
      },
    });
    expect(await stopped).toBeInstanceOf(UnavailableError);
    expect(desk.asked).toHaveLength(1);
  });

  it("ends with the host", async () => {
    desk.answer(() => desk.context.stop());
    expect((await desk.failure(get)).message).toContain("stopped");
  });
});

describe("limits", () => {
  it.each([
    ["34", 34_000],
    ["Sun, 01 Nov 2026 09:01:00 GMT", 60_000],
    ["abc", 60_000],
    [undefined, 60_000],
    ["86400", 3_600_000],
  ])("D15: 429 with Retry-After %s blocks the class for %d ms and burns no attempt", async (header, ms) => {
    desk.answer(say(429, "", header === undefined ? {} : { "retry-after": header }));
    expect(await desk.failure(get)).toMatchObject({ code: "rate-limited", retryAfterMs: ms });
    expect(desk.context.blockedUntil.get("tickets")).toBe(desk.context.now + ms);
    expect(await desk.failure(get)).toMatchObject({ code: "rate-limited", retryAfterMs: ms });
    expect(desk.asked).toHaveLength(1);
  });

  it("D16: counts every class on its own, by the headers", async () => {
    desk.answer(say(200, "{}", { "x-limit": "40", "x-remaining": "0" }));
    await desk.client().request(get);
    expect(desk.context.readings.get("tickets")).toEqual({ limit: 40, remaining: 0, resetsAt: null });
    expect(await desk.failure(get)).toBeInstanceOf(RateLimitedError);
    expect((await desk.client().request({ ...get, path: "/groups" })).status).toBe(200);
    expect(desk.asked).toHaveLength(2);
  });

  it("reserves for every single try", async () => {
    desk.answer(say(503), say(200, "{}"));
    await desk.client().request(get);
    expect(desk.context.reserved).toEqual(["tickets", "tickets"]);
  });
});
