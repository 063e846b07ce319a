import { readFileSync } from "node:fs";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { describe, expect, it } from "vitest";
import { zammadParams } from "./params.ts";
import { webhookTriggers } from "./setup-rules.ts";
import { connect } from "./testing/wire-desk.ts";
import { wantedAttributes } from "./wanted-attributes.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("the README for administrators", () => {
  it("names every parameter with its default, and no other", () => {
    const rows = [...readme.matchAll(/^\| `(\w+)`\s+\| (\S.*?)\s+\|/gm)];
    expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(zammadParams.shape).sort());
    const parsed = zammadParams.parse({ base_url: "https://desk.example", token: "t" });
    for (const name of ["overlap", "page_size", "search_window", "bundled_webhooks", "timeout", "verify"] as const) {
      expect(rows.find(([, row]) => row === name)?.[2]).toBe(`\`${parsed[name]}\``);
    }
  });

  it("shows the triggers and the attributes that the set-up check prints", () => {
    const triggers = webhookTriggers("zammad", null, "Otai Bot");
    for (const { id, what } of triggers) {
      expect(readme).toContain(`\`/zammad/${id.replace("trigger-", "")}\``);
      expect(readme).toContain(/"(.+)"/.exec(what)![1]);
    }
    for (const { name, label, format } of wantedAttributes([])) {
      expect(readme).toMatch(new RegExp(`\\| ${name}\\s+\\| ${label}\\s+\\| ${format}\\s+\\|`));
    }
  });

  it("lists the capabilities that the plugin has", () => {
    const context = createTestContext();
    const { read, write, articles, setup, webhooks } = connect("http://127.0.0.1:1", context);
    context.stop();
    const capabilities = {
      "Find tickets": read.findTickets,
      Conversation: read.getConversation,
      Notes: write.addNote,
      "User fields": write.updateRequester,
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
