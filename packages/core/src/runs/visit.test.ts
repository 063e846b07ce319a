import type { Message } from "@otai/plugin-api/message";
import { describe, expect, it } from "vitest";
import { samplePolicy, sampleTicket } from "../testing/samples.ts";
import { unanswered } from "./draft-reply.ts";
import { openVisit } from "./visit.ts";

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
