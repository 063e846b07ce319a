import {
  AuthenticationError,
  NotFoundError,
  PermissionError,
  RateLimitedError,
  UnexpectedAnswerError,
} from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { rateClassOf } from "./client.ts";
import { answers, connect, fixture, startWireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

describe("calls to Freshdesk", () => {
  it("authenticate with the key as user and X as password", async () => {
    desk = await startWireDesk("ticket-read");
    await desk.read.getTicket("9");
    expect(desk.wire.requests[0]!.headers.authorization).toBe(`Basic ${Buffer.from("sandbox:X").toString("base64")}`);
    expect(desk.wire.requests[0]!.headers["content-type"]).toBeUndefined();
  });

  it("FD-3: a 404 with an empty body is a typed 'not found'", async () => {
    desk = await startWireDesk(
      "not-found-empty-body",
      answers("GET", "/tickets/archived/999999999", undefined, { status: 404 }),
    );
    await expect(desk.read.getTicket("999999999")).rejects.toThrow(NotFoundError);
  });

  it("FD-S13: a wrong key, a missing right, a web page and a missing key are typed errors that say what to do", async () => {
    desk = await startWireDesk(
      "unauthorized",
      "forbidden",
      {
        request: { method: "GET", path: "/api/v2/tickets/1" },
        response: { status: 200, headers: { "content-type": "text/html" }, bodyText: "<html>Sign in</html>" },
      },
      answers("GET", "/tickets/2", { subject: "no id" }),
      answers("GET", "/tickets/3", { code: "account_suspended", message: "Suspended" }, { status: 403 }),
    );
    const wrongKey = connect(desk.wire.url, desk.context, { api_key: "wrong" });
    await expect(wrongKey.read.getTicket("9")).rejects.toThrow(AuthenticationError);
    await expect(desk.read.getTicket("14")).rejects.toThrow(PermissionError);
    await expect(desk.read.getTicket("1")).rejects.toThrow("web page instead of data");
    await expect(desk.read.getTicket("2")).rejects.toThrow(UnexpectedAnswerError);
    await expect(desk.read.getTicket("2")).rejects.toThrow("not what Freshdesk promises (id: ");
    await expect(desk.read.getTicket("3")).rejects.toThrow(AuthenticationError);
  });

  it("FD-8: when the headers say that tickets are used up, only tickets pause", async () => {
    desk = await startWireDesk("rate-headers-tickets-class-empty");
    await desk.read.getTicket("9");
    expect(desk.context.readings.get("ticket-read")).toEqual({ limit: 40, remaining: 0, resetsAt: null });
    await expect(desk.read.getTicket("9")).rejects.toThrow(RateLimitedError);
    expect((await desk.read.listQueues!()).length).toBe(2);
  });

  it("FD-9: ten times 429 wait as told, cause no other call, and the ticket is read in the end", async () => {
    const limited = Array.from({ length: 10 }, () => fixture("rate-limited"));
    desk = await startWireDesk(...limited, answers("GET", "/tickets/9", fixture("ticket-read").response.body));
    const waits: number[] = [];
    for (;;) {
      // What the lane does: it snoozes until the time that the error names.
      desk.context.now += waits.at(-1) ?? 0;
      try {
        expect((await desk.read.getTicket("9")).id).toBe("9");
        break;
      } catch (error) {
        if (!(error instanceof RateLimitedError)) throw error;
        waits.push(error.retryAfterMs!);
        await expect(desk.read.getTicket("9")).rejects.toThrow(RateLimitedError);
      }
    }
    expect(waits).toEqual(Array.from({ length: 10 }, () => 34_000));
    expect(desk.wire.requests.filter(({ path }) => path === "/api/v2/tickets/9")).toHaveLength(11);
  });

  it.each([
    ["GET", "/tickets", "ticket-list"],
    ["GET", "/tickets/9", "ticket-read"],
    ["GET", "/tickets/archived/9", "ticket-read"],
    ["PUT", "/tickets/9", "ticket-update"],
    ["POST", "/tickets/9/notes", "ticket-note"],
    ["PUT", "/contacts/9", "contacts"],
    ["GET", "/groups", "settings"],
    ["GET", "/solutions/categories", "solutions"],
  ])("D16: %s %s counts as %s", async (method, path, rateClass) => {
    desk = await startWireDesk();
    expect(rateClassOf(method, path)).toBe(rateClass);
  });
});
