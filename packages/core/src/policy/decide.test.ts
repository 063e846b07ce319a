import type { Ticket } from "@otai/plugin-api/ticket";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { samplePolicy, sampleSchema, sampleSuggestion, sampleSuggestions, sampleTicket } from "../testing/samples.ts";
import { decide } from "./decide.ts";
import { openClaims, refusal, reviewClaims } from "./ownership.ts";
import { plan } from "./plan.ts";
import type { Policy } from "./policy.ts";

const targets = new Map([
  ["queue", "queue"],
  ["priority", "priority"],
  ["type", "type"],
]);

function triage(ticket: Ticket, suggestions: ReturnType<typeof sampleSuggestions>, policy: Policy, heldOut = false) {
  const claims = reviewClaims(ticket, openClaims(ticket, [...targets.values()], []));
  const decided = decide({ ticket, claims, suggestions, policy, schema: sampleSchema, heldOut });
  return { decided, planned: plan(decided, ticket, claims, sampleSchema, targets) };
}

describe("a fresh installation", () => {
  it("U10 F01: shadow writes nothing, whatever is suggested, and says what it had been", () => {
    const words = fc.constantFrom("Billing", "Support", "Nowhere", "billing", "high", "urgent", "critical");
    const suggestion = fc.record({
      field: fc.constantFrom("queue", "priority", "category", "urgency"),
      value: words,
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      automateThreshold: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      valueProven: fc.boolean(),
      calibrated: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(suggestion, { maxLength: 4 }), (list) => {
        const { decided, planned } = triage(sampleTicket(), list.map(sampleSuggestion), samplePolicy("shadow"));
        expect(planned.intent).toBeNull();
        for (const decision of decided.decisions) {
          expect(decision.decision).toBe("shadow");
          expect(decision.wouldBe).not.toBeNull();
        }
      }),
    );
  });
});

describe("U01: a demoted value", () => {
  it("is only suggested, with the reason; other values of the field are still written", () => {
    const policy = samplePolicy("automate");
    const demoting = (value: string) => ({
      ...policy,
      fields: policy.fields.map((field) => (field.field === "queue" ? { ...field, demoted: [value] } : field)),
    });
    const { decided, planned } = triage(sampleTicket(), sampleSuggestions(0.93), demoting("Billing"));
    const queue = decided.decisions.find(({ field }) => field === "queue");
    expect(queue).toMatchObject({
      decision: "suggest",
      value: "Billing",
      reason: expect.stringContaining("agents changed"),
    });
    expect(planned.intent).not.toHaveProperty("queue");
    expect(planned.intent).toHaveProperty("priority");
    expect(triage(sampleTicket(), sampleSuggestions(0.93), demoting("Support")).planned.intent).toHaveProperty("queue");
  });
});

describe("automate", () => {
  it("golden: writes queue, priority, type, AI fields and tags as one combined write", () => {
    const { planned } = triage(sampleTicket({ tags: ["vip"] }), sampleSuggestions(0.93), samplePolicy("automate"));
    expect(planned.intent).toEqual({
      queue: { id: "12", name: "Billing" },
      priority: "high",
      type: "Billing",
      customFields: { cf_ai_category: "billing", cf_ai_urgency: "high", cf_ai_confidence: "0.93" },
      addTags: ["ai-category:billing", "ai-urgency:high"],
    });
  });

  it.each([
    [0.8999, "suggest"],
    [0.9, "automate"],
  ])("D10 FD-S3: confidence %d at a threshold of 0.90 gives %s", (confidence, expected) => {
    const { decided } = triage(sampleTicket(), [sampleSuggestion({ confidence })], samplePolicy("automate"));
    expect(decided.decisions.find((decision) => decision.field === "queue")?.decision).toBe(expected);
  });

  it("never automates what is not calibrated, not proven or vetoed (U15)", () => {
    for (const change of [{ calibrated: false }, { automateThreshold: null }, { valueProven: false }]) {
      const { planned } = triage(sampleTicket(), [sampleSuggestion(change)], samplePolicy("automate"));
      expect(planned.intent).toBeNull();
    }
  });

  it("D06: a type that is no choice of the account is left out, the rest is written", () => {
    const suggestions = [sampleSuggestion({ field: "category", value: "warranty" }), sampleSuggestion()];
    const { planned } = triage(sampleTicket(), suggestions, samplePolicy("automate"));
    expect(planned.intent?.type).toBeUndefined();
    expect(planned.intent?.queue).toEqual({ id: "12", name: "Billing" });
  });

  it("D07: a missing choice of AI Category drops that value only", () => {
    const suggestions = [sampleSuggestion({ field: "category", value: "warranty" })];
    const { planned } = triage(sampleTicket(), suggestions, samplePolicy("automate"));
    expect(planned.intent?.customFields).toEqual({ cf_ai_confidence: "0.97" });
  });

  it("D05: an unknown queue is never written, as a null or otherwise", () => {
    const { planned } = triage(sampleTicket(), [sampleSuggestion({ value: "Nowhere" })], samplePolicy("automate"));
    expect(planned.intent).toBeNull();
  });

  it("leaves out what stands there already", () => {
    const ticket = sampleTicket({ queue: { id: "12", name: "Billing" }, priority: "high" });
    const { planned } = triage(ticket, sampleSuggestions().slice(0, 1), samplePolicy("automate"));
    expect(planned.intent).toBeNull();
  });

  it("a held-out ticket is suggested, never written", () => {
    const { planned } = triage(sampleTicket(), [sampleSuggestion()], samplePolicy("automate"), true);
    expect(planned.intent).toBeNull();
  });

  it("does not move a ticket that an agent works on, nor a solved one", () => {
    const assigned = sampleTicket({ queue: { id: "13", name: "Support" }, assignee: { id: "3", name: "Ada" } });
    expect(triage(assigned, [sampleSuggestion()], samplePolicy("automate")).planned.intent).toBeNull();
    const solved = sampleTicket({ status: "solved" });
    expect(triage(solved, [sampleSuggestion()], samplePolicy("automate")).planned.intent).toBeNull();
  });

  it("a pause stops writes and keeps every setting", () => {
    const { planned, decided } = triage(
      sampleTicket(),
      sampleSuggestions(),
      samplePolicy("automate", { paused: true }),
    );
    expect(planned.intent).toBeNull();
    expect(decided.decisions[0]?.mode).toBe("automate");
  });
});

describe("suggest", () => {
  it("writes AI fields and tags, and no real field", () => {
    const { planned } = triage(sampleTicket(), sampleSuggestions(), samplePolicy("suggest"));
    expect(Object.keys(planned.intent ?? {}).sort()).toEqual(["addTags", "customFields"]);
  });
});

describe("tags", () => {
  it("D02: an AI tag of the same family is replaced, every other tag is kept", () => {
    const ticket = sampleTicket({ tags: ["VIP", "ai-category:support", "AI-Urgency:high"] });
    const { planned } = triage(ticket, sampleSuggestions(), samplePolicy("automate"));
    expect(planned.intent?.addTags).toEqual(["ai-category:billing"]);
    expect(planned.intent?.removeTags).toEqual(["ai-category:support"]);
  });
});

describe("ownership", () => {
  const claim = { field: "priority", baseline: "low", lastWritten: null, owner: "ai" } as const;

  it("D11 U03: a value that is neither the baseline nor our own write is human-owned from then on", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("low", "normal", "high", "urgent"),
        fc.option(fc.constantFrom("normal", "high")),
        (now, own) => {
          const [reviewed] = reviewClaims(sampleTicket({ priority: now as "low" }), [{ ...claim, lastWritten: own }]);
          const ours = own === null ? now === "low" : now === own;
          expect(reviewed?.owner).toBe(ours ? "ai" : "human");
        },
      ),
    );
  });

  it("D11 U03: what stands on a ticket that was changed before we first saw it is a human's, what is empty is not", () => {
    const late = sampleTicket({ queue: null, priority: "urgent", createdAt: 0, updatedAt: 60_000 });
    const owners = (ticket: Ticket) => openClaims(ticket, ["queue", "priority"], []).map(({ owner }) => owner);
    expect(owners(late)).toEqual(["ai", "human"]);
    // Rules of the helpdesk that fill fields at creation are done within seconds.
    expect(owners({ ...late, updatedAt: 3_000 })).toEqual(["ai", "ai"]);
    const [, priority] = reviewClaims(late, openClaims(late, ["queue", "priority"], []));
    expect(refusal(late, priority!, ["priority"])).toBe("a human set this field");
  });

  it("a human-owned field is not written, and is free again once it was emptied", () => {
    const human = { ...claim, owner: "human" } as const;
    const urgent = sampleTicket({ priority: "urgent" });
    const decided = decide({
      ticket: urgent,
      claims: [human],
      suggestions: [sampleSuggestion({ field: "priority", value: "low" })],
      policy: samplePolicy("automate"),
      schema: sampleSchema,
      heldOut: false,
    });
    expect(decided.decisions[0]).toMatchObject({ decision: "suggest", reason: "a human set this field" });
    expect(reviewClaims(sampleTicket({ priority: null }), [human])[0]?.owner).toBe("ai");
  });
});
