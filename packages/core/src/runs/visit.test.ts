import type { Message } from "@otai/plugin-api/message";
import { describe, expect, it } from "vitest";
import { samplePolicy, sampleTicket } from "../testing/samples.ts";
import { unanswered } from "./draft-reply.ts";
import { newEffect, openVisit } from "./visit.ts";

const letter: Message = {
  id: "description-7",
  role: "agent",
  authorId: "7",
  authorName: "Ada Muster",
  body: "We would like to tell you about your delivery.",
  private: false,
  automated: false,
  createdAt: 1_000,
};

function visitOf(getConversation?: () => Promise<readonly Message[]>) {
  return openVisit({
    claim: { key: "cn-1/7", events: [{ kind: "ticket-created" }] },
    ports: {},
    connected: { system: { read: getConversation === undefined ? {} : { getConversation } } },
    policy: samplePolicy("suggest"),
    ticket: sampleTicket(),
    claims: [],
  } as never);
}

describe("the thread of a ticket that was just created", () => {
  it("D33: a ticket that an agent opened with a letter of his own has no words of the customer, and nothing to answer", async () => {
    const thread = await visitOf(async () => [letter]).thread();
    expect(thread.map(({ role, cause }) => [role, cause])).toEqual([["agent", "created"]]);
    expect(unanswered(thread)).toBeNull();
  });

  it("is read once in a visit", async () => {
    let reads = 0;
    const visit = visitOf(async () => {
      reads += 1;
      return [{ ...letter, role: "customer" as const }];
    });
    await visit.thread();
    expect(unanswered(await visit.thread())).toMatchObject({ cause: "created" });
    expect(reads).toBe(1);
  });

  it("D26: where a system has no threads it is the description", async () => {
    expect(await visitOf().thread()).toMatchObject([{ role: "customer", cause: "created", authorId: "501" }]);
  });
});

describe("the services' whole answers", () => {
  it.each([
    ["go along with a write where somebody wants them", true],
    ["stay away from systems that show fields, and from their journal", undefined],
  ])("%s", (_, passesOnAnswers) => {
    const visit = openVisit({
      claim: { key: "cn-1/7", fence: 1, events: [] },
      ports: { clock: { now: () => 5 } },
      connected: { system: { read: {}, quirks: { passesOnAnswers } } },
      policy: samplePolicy("suggest"),
      ticket: sampleTicket(),
      claims: [],
    } as never);
    const answers = { "ticket.drafted": { draft: "Hello" } };
    const facts = { key: "k", kind: "note", intent: {}, before: {}, marker: null, answers } as const;
    const effect = newEffect(visit, { id: "r-1" } as never, "draft", facts);
    expect(effect).toMatchObject({ runId: "r-1", lane: "cn-1/7", state: "sent" });
    expect(effect.intent).toEqual(passesOnAnswers === true ? { answers } : {});
    expect(effect).not.toHaveProperty("answers");
  });
});
