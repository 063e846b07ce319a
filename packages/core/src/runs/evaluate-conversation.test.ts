import type { EvaluateRequest } from "@otai/service-api/qa-evaluate";
import { ServiceError } from "@otai/service-api/service-error";
import { describe, expect, it } from "vitest";
import type { SolvedTicket } from "../ports/services.ts";
import { samplePolicy, sampleTicket } from "../testing/samples.ts";
import { evaluateConversation } from "./evaluate-conversation.ts";
import type { ThreadMessage } from "./thread.ts";
import type { Visit } from "./visit.ts";

const message = (role: ThreadMessage["role"], text: string, authorId: string | null): ThreadMessage => ({
  ...{ role, text, authorId },
  cause: text,
  createdAt: 1_000,
});
const asked = message("customer", "I was charged twice.", "501");
const answered = message("agent", "The second charge is a reservation.", "7");
const byBot = message("agent", "We got your message.", "bot");

/** A visit whose store takes everything and whose Quality score finds nothing to score. */
function visitOf(kept: SolvedTicket[], asked: EvaluateRequest[] = []): Visit {
  const tx = {
    inbox: { assertHeld: async () => {} },
    journal: { addRun: async () => {}, addDecisions: async () => {}, settleCause: async () => {} },
  };
  return {
    claim: { key: "cn-1/7", connectionUid: "cn-1", ticketId: "7", fence: 1, events: [] },
    connected: { name: "desk", botUserId: "bot", system: { write: {} } },
    policy: samplePolicy("suggest"),
    ticket: sampleTicket({ status: "solved", solvedAt: 5_000 }),
    ports: {
      clock: { now: () => 6_000 },
      ids: { next: (prefix: string) => `${prefix}-1` },
      store: { write: (work: (open: typeof tx) => Promise<unknown>) => work(tx) },
      services: {
        solved: { keep: async (ticket: SolvedTicket) => void kept.push(ticket) },
        qa: {
          evaluate: async (request: EvaluateRequest) => {
            asked.push(request);
            throw new ServiceError("NOT_ELIGIBLE", "too short", { reason: "too_short" });
          },
        },
      },
    },
  } as never;
}

it("S12: a conversation is scored as that of its helpdesk", async () => {
  const requests: EvaluateRequest[] = [];
  await evaluateConversation(visitOf([], requests), [asked, answered], async () => {});
  expect(requests).toMatchObject([{ conversation_id: "7", connection: "desk" }]);
});

describe("the answer of a solved ticket", () => {
  it("is handed on with question and customer, without what the bot's account wrote, scored or not", async () => {
    const kept: SolvedTicket[] = [];
    expect(await evaluateConversation(visitOf(kept), [asked, byBot, answered], async () => {})).toBe(true);
    expect(kept).toMatchObject([
      { connection: "desk", ticketId: "7", subject: "Charged twice", customerName: "Rosa Beispiel", solvedAt: 5_000 },
    ]);
    expect(kept[0]!.messages).toEqual([asked, answered]);
  });

  it("is not looked for where no agent wrote", async () => {
    const kept: SolvedTicket[] = [];
    await evaluateConversation(visitOf(kept), [asked, byBot], async () => {});
    expect(kept).toEqual([]);
  });
});
