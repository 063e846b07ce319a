import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { zendeskParams } from "./params.ts";
import { parseWebhook } from "./parse-webhook.ts";
import plugin from "./plugin.ts";
import { eventTypes, triggerTemplate } from "./setup-rules.ts";
import { openWireAccount, type WireAccount } from "./testing/wire-account.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
let account: WireAccount | undefined;
afterEach(async () => {
  await account?.close();
  account = undefined;
});

describe("the plugin", () => {
  test("offers ZendeskTicketsystemService and does not touch the network to create it", async () => {
    account = await openWireAccount();
    expect(plugin.api).toBe(1);
    expect(Object.keys(plugin.ticketSystems)).toEqual(["ZendeskTicketsystemService"]);
    expect(account.system.quirks).toEqual({
      noteWithUpdate: true,
      tagsApart: true,
      optimisticLock: true,
      ownWritesFireRules: true,
    });
    expect(account.server.requests).toEqual([]);
  });

  test("has a JSON schema of its parameters for editors", () => {
    const schema = z.toJSONSchema(zendeskParams, { io: "input" });
    expect(Object.keys(schema.properties ?? {}).sort()).toEqual(Object.keys(zendeskParams.shape).sort());
  });
});

describe("the README for administrators", () => {
  test("names every parameter and no other", () => {
    const named = [...readme.matchAll(/^\| `(\w+)` +\| (?:–|`.*?`) +\|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(zendeskParams.shape).sort());
  });

  test("shows the event types and the trigger's body as the set-up check prints them", () => {
    expect(readme).toContain(triggerTemplate);
    expect(eventTypes.filter((type) => !readme.includes(`_${type}_`))).toEqual([]);
  });

  test("the trigger's body, filled in by Zendesk, is understood", () => {
    const body = triggerTemplate
      .replace("{{ticket.id}}", "5158")
      .replace("{{current_user.id}}", "42")
      .replace("{{ticket.updated_at_with_timestamp}}", "2026-11-01T09:00:00Z");
    const delivery = { route: "ticket-created", headers: {}, body: Buffer.from(body), receivedAt: 0 };
    expect(parseWebhook(delivery).hints).toEqual([
      { ticketId: "5158", kind: "ticket-created", occurredAt: Date.UTC(2026, 10, 1, 9), actorId: "42" },
    ]);
  });
});
