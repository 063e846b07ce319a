import {
  AuthenticationError,
  ClosedTicketError,
  ConfigError,
  OtaiError,
  RateLimitedError,
  UnavailableError,
} from "@otai/plugin-api/errors";
import { describe, expect, it } from "vitest";
import type { ClaimedLane } from "../ports/inbox.ts";
import { settleFailure } from "./settle-failure.ts";

const middle = { next: () => 0.5 };

function claim(attempts: number): ClaimedLane {
  const event = {
    id: "ev-1",
    lane: "c/1",
    seq: 1,
    connectionUid: "c",
    ticketId: "1",
    kind: "ticket-created",
    key: "k",
    source: "poll",
    laneClass: "live",
    occurredAt: 0,
    receivedAt: 0,
    state: "open",
    attempts,
    error: null,
  } as const;
  return { key: "c/1", connectionUid: "c", ticketId: "1", owner: "w", fence: 1, events: [event] };
}

describe("a failed run", () => {
  it("R06: transient faults wait 1 s, 5 s, 30 s, 2 min, 10 min, 30 min, then hourly", () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (attempts) => settleFailure(claim(attempts), new UnavailableError("down"), middle).snooze?.delayMs,
    );
    expect(waits).toEqual([1, 5, 30, 120, 600, 1800, 3600, 3600].map((seconds) => seconds * 1000));
  });

  it("R06: jitter stays within 20 %", () => {
    const waits = [0, 0.999].map(
      (value) => settleFailure(claim(2), new UnavailableError("down"), { next: () => value }).snooze?.delayMs,
    );
    expect(waits).toEqual([24_000, 35_988]);
  });

  it("FD-9 D15: a 429 waits as told and burns no attempt", () => {
    const error = new RateLimitedError("slow down", { retryAfterMs: 34_000 });
    const outcome = settleFailure(claim(500), error, middle);
    expect(outcome.snooze).toMatchObject({ delayMs: 34_000, burnsAttempt: false });
    expect(outcome.dead).toEqual([]);
  });

  it("R06: a fault of ours becomes a dead letter after 8 attempts, with its reason", () => {
    expect(settleFailure(claim(6), new TypeError("x is undefined"), middle).dead).toEqual([]);
    expect(settleFailure(claim(7), new TypeError("x is undefined"), middle).dead).toEqual([
      { eventId: "ev-1", error: "bug: TypeError: x is undefined" },
    ]);
  });

  it("R06: a fault of the other side is given up after about a day", () => {
    expect(settleFailure(claim(28), new UnavailableError("down"), middle).dead).toEqual([]);
    expect(settleFailure(claim(29), new UnavailableError("down"), middle).dead).toHaveLength(1);
  });

  it("FD-17: what cannot help is not repeated; the lane goes on", () => {
    const outcome = settleFailure(claim(0), new ClosedTicketError("spam"), middle);
    expect(outcome.dead).toHaveLength(1);
    expect(outcome.snooze).toBeNull();
  });

  it("a wrong key or configuration keeps the events until somebody mends it", () => {
    expect(settleFailure(claim(3), new ConfigError("no such connection"), middle).snooze?.burnsAttempt).toBe(false);
    expect(settleFailure(claim(0), new AuthenticationError("wrong key"), middle).dead).toEqual([]);
  });

  it("recognises typed errors of another copy of the contract", () => {
    const foreign = Object.assign(new Error("slow"), {
      [Symbol.for("otai.error")]: true,
      code: "rate-limited",
      scope: "connection",
      retry: "later",
      retryAfterMs: 2000,
    });
    expect(OtaiError.is(foreign)).toBe(true);
    expect(settleFailure(claim(0), foreign, middle).snooze?.delayMs).toBe(2000);
  });
});
