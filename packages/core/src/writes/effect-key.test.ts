import { describe, expect, it } from "vitest";
import { eventKey } from "../ingest/event-key.ts";
import { effectKey } from "./effect-key.ts";

const ticket = { connectionUid: "cn-1", ticketId: "7" };

describe("what an effect is known by", () => {
  it("R03: connection, ticket, purpose and cause, and nothing of the configuration", () => {
    const key = effectKey({ ...ticket, purpose: "triage", cause: "created" });
    expect(effectKey({ ...ticket, purpose: "triage", cause: "created" })).toBe(key);
    expect(effectKey({ ...ticket, connectionUid: "cn-2", purpose: "triage", cause: "created" })).not.toBe(key);
  });

  it("FD-S9 D21: a second reply on the same ticket is another cause, so it is not blocked", () => {
    const reply = (message: string) => effectKey({ ...ticket, purpose: "sentiment", cause: message });
    expect(reply("m-1")).not.toBe(reply("m-2"));
    expect(eventKey("customer-replied", "7", "d-1")).not.toBe(eventKey("customer-replied", "7", "d-2"));
  });

  it("FD-S14 D38: one evaluation per resolution, and another one after a new resolution", () => {
    const evaluation = (resolution: string) => effectKey({ ...ticket, purpose: "qa", cause: resolution });
    expect(evaluation("2026-11-01T09:00:00Z")).toBe(evaluation("2026-11-01T09:00:00Z"));
    expect(evaluation("2026-11-01T09:00:00Z")).not.toBe(evaluation("2026-11-03T09:00:00Z"));
  });

  it("parts cannot be shifted into one another", () => {
    const one = effectKey({ connectionUid: "a", ticketId: "b/c", purpose: "p", cause: "x" });
    expect(effectKey({ connectionUid: "a/b", ticketId: "c", purpose: "p", cause: "x" })).not.toBe(one);
  });

  it("a ticket is created once, however often we hear of it", () => {
    expect(eventKey("ticket-created", "7", "webhook")).toBe(eventKey("ticket-created", "7", "poll"));
  });
});
