import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleTicket } from "../testing/samples.ts";
import { hasLanded, remaining, valuesBefore } from "./effect-parts.ts";

const billing = { id: "12", name: "Billing" };
const support = { id: "13", name: "Support" };
const intent = { queue: billing, priority: "high", addTags: ["ai-category:billing"] } as const;
const before = sampleTicket({ tags: ["vip"] });

describe("a write with unknown outcome", () => {
  it("R07: has landed when any part of it is there that was not", () => {
    const stored = valuesBefore(intent, before);
    expect(hasLanded(intent, stored, before)).toBe(false);
    expect(hasLanded(intent, stored, sampleTicket({ queue: billing }))).toBe(true);
    // A human moved it on after our write: the tag still tells.
    expect(hasLanded(intent, stored, sampleTicket({ queue: support, tags: ["vip", "ai-category:billing"] }))).toBe(
      true,
    );
  });

  it("D04: what only takes a tag off has landed when it is off, in whatever spelling it stood there", () => {
    const off = { removeTags: ["escalation-risk:high"] };
    const risky = sampleTicket({ tags: ["vip", "Escalation-Risk:High"] });
    expect(hasLanded(off, valuesBefore(off, risky), risky)).toBe(false);
    expect(hasLanded(off, valuesBefore(off, risky), sampleTicket({ tags: ["vip"] }))).toBe(true);
    // Beside other parts it proves nothing: a human may have taken it off.
    const both = { ...off, priority: "high" } as const;
    expect(hasLanded(both, valuesBefore(both, risky), sampleTicket({ tags: ["vip"] }))).toBe(false);
  });

  it("a value that stood there before proves nothing", () => {
    const already = sampleTicket({ queue: billing });
    expect(hasLanded({ queue: billing }, valuesBefore({ queue: billing }, already), already)).toBe(false);
  });
});

describe("what is left of an effect", () => {
  it("answers explain a write: they stay with what is left of it, and alone they are none", () => {
    const told = { ...intent, answers: { "ticket.routed": { team: "Billing" } } };
    const stored = valuesBefore(told, before);
    expect(remaining(told, stored, sampleTicket({ tags: ["vip"], priority: "urgent" }))).toEqual({
      queue: billing,
      addTags: ["ai-category:billing"],
      answers: told.answers,
    });
    const all = sampleTicket({ queue: support, priority: "urgent", tags: ["vip", "ai-category:billing"] });
    expect(remaining(told, stored, all)).toBeNull();
  });

  it("U03: a field that a human changed meanwhile is left out, the rest stays", () => {
    const moved = sampleTicket({ priority: "urgent", tags: ["vip"] });
    expect(remaining(intent, valuesBefore(intent, before), moved)).toEqual({
      queue: billing,
      addTags: ["ai-category:billing"],
    });
  });

  it("never holds a field whose value moved away from what stood before (property)", () => {
    const priority = fc.constantFrom("low", "normal", "high", "urgent") as fc.Arbitrary<"low">;
    const queue = fc.constantFrom(null, billing, support);
    fc.assert(
      fc.property(priority, queue, priority, queue, (p1, q1, p2, q2) => {
        const first = sampleTicket({ priority: p1, queue: q1 });
        const now = sampleTicket({ priority: p2, queue: q2 });
        const left = remaining(intent, valuesBefore(intent, first), now);
        if (p1 !== p2) expect(left?.priority).toBeUndefined();
        if (q1?.id !== q2?.id) expect(left?.queue).toBeUndefined();
      }),
    );
  });

  it("nothing left is nothing to write", () => {
    const done = sampleTicket({ queue: billing, priority: "high", tags: ["ai-category:billing"] });
    expect(remaining(intent, valuesBefore(intent, before), done)).toBeNull();
  });
});
