import { ConfigError } from "@otai/plugin-api/errors";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { describe, expect, it } from "vitest";
import plugin from "./plugin.ts";
import { connectSender } from "./testing/sender.ts";

const { params, create } = plugin.ticketSystems.WebhookTicketsystemService!;

describe("the plugin", () => {
  it("offers WebhookTicketsystemService, which needs no parameters and no network", async () => {
    expect(Object.keys(plugin.ticketSystems)).toEqual(["WebhookTicketsystemService"]);
    const { system } = connectSender();
    expect(await system.read.identify()).toMatchObject({ fingerprint: "generic-webhook", botUser: { id: "otai" } });
    expect(system.quirks).toEqual({
      noteWithUpdate: true,
      optimisticLock: true,
      ownWritesFireRules: true,
      passesOnAnswers: false,
    });
  });

  it("stays the same account when results go elsewhere", async () => {
    const secret = { callback_secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" };
    const [one, other] = ["https://a.example/x", "https://b.example/y"].map(
      (callback_url) => connectSender({ callback_url, ...secret }).system,
    );
    const [here, there] = [await one!.read.identify(), await other!.read.identify()];
    expect(here.fingerprint).toBe(there.fingerprint);
    expect([here.label, there.label].map((label) => label.split(" ").at(-1))).toEqual(["a.example", "b.example"]);
  });

  it("has an empty change feed: what is sent is an event already", async () => {
    const { system, send } = connectSender();
    const cursor = system.changes.cursorFrom(0);
    await send("ticket-created", { ticket_id: "T-1", subject: "S" });
    expect(await system.changes.listChanges(cursor)).toEqual({ changes: [], cursor, caughtUp: true });
    await expect(system.changes.listChanges("zendesk:1")).rejects.toThrow(ConfigError);
  });

  it("says so where no store is open, and is created all the same", async () => {
    const system = create(params.parse({}), createTestContext());
    expect(system.read.listQueues).toBeUndefined();
    await expect(system.read.getTicket("T-1")).rejects.toThrow("none is open here");
  });

  it("the words of priorities are the four of the ticket, and OTAI's own fields can be written", async () => {
    const { system } = connectSender();
    expect((await system.read.listPriorities!()).map(({ id, priority }) => [id, priority])).toEqual(
      ["low", "normal", "high", "urgent"].map((word) => [word, word]),
    );
    const fields = await system.read.listFields!();
    expect(fields.every(({ writable, choices }) => writable && choices === null)).toBe(true);
    expect(fields.map(({ key }) => key)).toContain("custom_fields.ai_category");
  });
});
