import type { Message } from "@otai/plugin-api/message";
import { describe, expect, it } from "vitest";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import { wasAnswered } from "./thread-checks.ts";

const since = 10_000;

function deskWith(...messages: Partial<Message>[]): ConnectedSystem {
  const thread = messages.map((message, index) => ({
    id: String(index),
    private: false,
    automated: false,
    ...message,
  }));
  return { system: { read: { getConversation: async () => thread } } } as unknown as ConnectedSystem;
}
const asked = { role: "customer", createdAt: since } as const;

describe("U19 D27: was the message answered meanwhile?", () => {
  it.each([
    ["an agent wrote later", true, { role: "agent", createdAt: since + 1 }],
    [
      "an agent wrote in the same second, by the stamp of a system that knows seconds only",
      true,
      { role: "agent", createdAt: since },
    ],
    ["the customer wrote once more", true, { role: "customer", createdAt: since + 1 }],
    ["an agent took a private note", false, { role: "agent", createdAt: since + 1, private: true }],
    ["the system confirmed the receipt", false, { role: "agent", createdAt: since + 1, automated: true }],
    ["an agent had written before", false, { role: "agent", createdAt: since - 1 }],
  ] as const)("%s: %s", async (_, answered, message) => {
    expect(await wasAnswered(deskWith(asked, message), "7", since)).toBe(answered);
  });

  it("a system without threads cannot tell", async () => {
    const system = { system: { read: {} } } as unknown as ConnectedSystem;
    expect(await wasAnswered(system, "7", since)).toBe(false);
  });
});
