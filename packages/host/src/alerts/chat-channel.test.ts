import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createChatChannel } from "./chat-channel.ts";
import { sampledAt, sampleMessage } from "./testing/sample-message.ts";
import { startWebReceiver, type WebReceiver } from "./testing/web-receiver.ts";

let receiver: WebReceiver;
beforeEach(async () => {
  receiver = await startWebReceiver();
});
afterEach(() => receiver.close());

const { signal } = new AbortController();
const channel = (allow_private = true) =>
  createChatChannel("chat:1", { url: `${receiver.url}/hooks/secret-path`, allow_private }, signal);

describe("an alert in a chat", () => {
  it("is plain text that Mattermost, Rocket.Chat and Slack take alike", async () => {
    expect(await channel().tell(sampleMessage({ count: 3 }), sampledAt)).toEqual({ state: "taken" });
    expect(receiver.received[0]?.path).toBe("/hooks/secret-path");
    expect(receiver.told()).toEqual([
      {
        text: [
          "medium escalation risk: ticket 123 (desk)",
          "Escalation risk 0.65; triggers: cancel, unacceptable",
          "Customer: 80014400482",
          "Ticket: 123 in desk",
          "Alert: al-5, raised at 2026-11-03T09:00:00+00:00, 3 messages",
        ].join("\n"),
      },
    ]);
  });

  it("an alert without a ticket is about its customer", async () => {
    await channel().tell(sampleMessage({ ticket_id: null, ticket_system: null }), sampledAt);
    expect(receiver.told()[0].text).toMatch(/^medium escalation risk: customer 80014400482\n(?!.*Ticket)/s);
  });

  it("S05: what comes from outside calls nobody, links nowhere and begins no line", async () => {
    const reason = "triggers: <!channel> @all <https://evil.example|click>\n\n# big\u2028news\u202e";
    await channel().tell(sampleMessage({ reason, ticket_id: "1\n@here" }), sampledAt);
    const { text } = receiver.told()[0];
    expect(text).not.toMatch(/[<>\u2028\u202e]|@(?!\u200b)/);
    expect(text.split("\n")).toHaveLength(5);
    expect(text).toContain("&lt;!channel&gt;");
  });

  it("its address is a password and stands in nothing that is said of it", async () => {
    receiver.answerBy({ status: 404 });
    const said = [await channel().tell(sampleMessage(), sampledAt), await channel().check(), channel().label];
    const closed = channel();
    await receiver.close();
    said.push(await closed.tell(sampleMessage(), sampledAt));
    said.push(await channel(false).tell(sampleMessage(), sampledAt));
    expect(JSON.stringify(said)).not.toContain("secret-path");
    expect(said[0]).toMatchObject({ state: "failed", reason: expect.stringMatching(/127\.0\.0\.1:\d+ answered 404$/) });
    receiver = await startWebReceiver();
  });
});
