import type { Message } from "@otai/plugin-api/message";
import { describe, expect, it } from "vitest";
import { sampleTicket } from "../testing/samples.ts";
import { isAutoMail, lastAgent, publicThread } from "./thread.ts";

let ids = 0;
function message(change: Partial<Message>): Message {
  ids += 1;
  return {
    id: `m-${ids}`,
    role: "customer",
    authorId: "501",
    authorName: null,
    body: "Hello",
    private: false,
    automated: false,
    createdAt: ids,
    ...change,
  };
}

describe("what customer and agents wrote to each other", () => {
  it("D31: the message that opened the ticket is known by the same name in every ticket system", () => {
    const thread = publicThread(sampleTicket(), [message({ id: "c-1" }), message({ id: "c-2", role: "agent" })]);
    expect(thread.map(({ cause, role }) => [cause, role])).toEqual([
      ["created", "customer"],
      ["c-2", "agent"],
    ]);
  });

  it("D31: without a thread the description is all there is, and an empty one is nothing", () => {
    const [only, ...more] = publicThread(sampleTicket({ body: " I was charged twice. " }), []);
    expect(only).toMatchObject({ cause: "created", role: "customer", text: "I was charged twice.", authorId: "501" });
    expect(more).toEqual([]);
    expect(publicThread(sampleTicket({ body: " \n" }), [])).toEqual([]);
  });

  it.each([
    ["private notes", { private: true }],
    ["surveys and automatic entries", { automated: true }],
    ["entries of the system", { role: "system" as const }],
    ["entries without text", { body: " \n " }],
    [
      "our own draft, where a system shows it as public",
      { role: "agent" as const, body: "AI Draft\n\nai-note draft d-1" },
    ],
    ["our own score", { role: "agent" as const, body: "QA Score: 86%\nai-note qa e-1" }],
  ])("D32 D36: %s are dropped", (_, change) => {
    const thread = publicThread(sampleTicket(), [message({}), message(change), message({ body: "Thanks" })]);
    expect(thread.map(({ text }) => text)).toEqual(["Hello", "Thanks"]);
  });

  it("a sentence that only speaks of our notes stays", () => {
    const body = "Your agent copied an ai-note draft into the mail?";
    expect(publicThread(sampleTicket(), [message({ body })])).toHaveLength(1);
  });
});

describe("D35: whose conversation it is", () => {
  const thread = (...messages: Message[]) => publicThread(sampleTicket(), messages);

  it("the author of the last agent message, also when the customer wrote after it", () => {
    const agent = { role: "agent" as const };
    expect(
      lastAgent(thread(message({ ...agent, authorId: "7" }), message({ ...agent, authorId: "8" }), message({}))),
    ).toBe("8");
  });

  it("nobody, where no agent wrote, none is known, or nothing was written", () => {
    expect(lastAgent(thread(message({})))).toBeNull();
    expect(lastAgent(thread(message({ role: "agent", authorId: null })))).toBeNull();
    expect(lastAgent([])).toBeNull();
  });
});

describe("U21: what no person wrote", () => {
  const of = (cause: string, text: string) => ({
    ...publicThread(sampleTicket(), [message({ body: text })])[0]!,
    cause,
  });

  it("the ticket's subject tells it of the first message only", () => {
    expect(isAutoMail(of("created", "I am back on Monday."), "Automatic reply: Order 7")).toBe(true);
    expect(isAutoMail(of("c-2", "Now I am back: where is my order?"), "Automatic reply: Order 7")).toBe(false);
  });

  it("a text that says so tells it of any", () => {
    expect(isAutoMail(of("c-2", "This is an automatically generated message."), "Order 7")).toBe(true);
  });
});
