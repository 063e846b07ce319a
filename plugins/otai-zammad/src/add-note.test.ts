import { readdirSync, readFileSync } from "node:fs";
import { UnavailableError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, fixture, startWireDesk } from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

const note = {
  html: "<p>Routed to Billing.</p><p>ai-note triage r-01H8</p>",
  text: "Routed to Billing.\nai-note triage r-01H8",
  marker: "ai-note triage r-01H8",
};

describe("addNote", () => {
  it("ZM-12: internal is said, the type is note, and the sender is not System", async () => {
    account = await startWireDesk("article-create-internal-note");
    expect(await account.write.addNote!("374", note)).toEqual({
      messageId: "751",
      createdAt: Date.parse("2026-11-01T09:00:05.310Z"),
    });
    expect(account.bodies("POST")).toEqual([fixture("article-create-internal-note").request.body]);
    expect(account.bodies("POST")[0]).toMatchObject({ internal: true, type: "note", sender: "Agent" });
  });

  it("ZM-12, D28: no other article, and no mail, is in the code", async () => {
    account = await startWireDesk();
    const folder = new URL(".", import.meta.url);
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => readFileSync(new URL(name, folder), "utf8"));
    const writing = sources.filter((text) => /"\/ticket_articles"/.test(text));
    expect(writing).toHaveLength(1);
    expect(sources.filter((text) => /type: "email"|internal: false/.test(text))).toEqual([]);
  });

  it("is sent once: after a lost answer the outcome is unknown", async () => {
    account = await startWireDesk(answers("POST", "/ticket_articles", { error: "gateway" }, { status: 502 }));
    const attempt = account.write.addNote!("374", note);
    await expect(attempt).rejects.toThrow(UnavailableError);
    await expect(attempt).rejects.toMatchObject({ outcomeUnknown: true });
    expect(account.bodies("POST")).toHaveLength(1);
  });
});
