import { readFileSync } from "node:fs";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { describe, expect, it } from "vitest";
import { freshdeskParams } from "./params.ts";
import { webhookRules, webhookTemplate } from "./setup-rules.ts";
import { connect } from "./testing/wire-desk.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("the README for administrators", () => {
  it("names every parameter and no other", () => {
    const named = [...readme.matchAll(/^\| `(\w+)`\s+\|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(freshdeskParams.shape).sort());
  });

  it("shows the webhook template and the routes that the set-up check prints", () => {
    const routes = webhookRules("freshdesk", null, "OTAI").map(({ id }) => id.replace("rule-", ""));
    expect(readme).toContain(webhookTemplate);
    expect(routes.filter((route) => !readme.includes(`\`/freshdesk/${route}\``))).toEqual([]);
  });

  it("lists the capabilities that the plugin has", () => {
    const context = createTestContext();
    const { read, write, articles, setup, webhooks } = connect("http://127.0.0.1:1", context);
    context.stop();
    const capabilities = {
      "Find tickets": read.findTickets,
      Conversation: read.getConversation,
      Notes: write.addNote,
      "Contact fields": write.updateRequester,
      "Knowledge base": articles,
      "Set-up check": setup,
      "Webhooks, click by click": webhooks,
    };
    const wrong = Object.entries(capabilities).filter(
      ([words, part]) => readme.includes(words) !== (part !== undefined),
    );
    expect(wrong).toEqual([]);
  });
});
