import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { rawArticle } from "./schema.ts";
import { answers, bodyOf, startWireDesk } from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

describe("getConversation", () => {
  it("ZM-3: who said it is the sender, not who typed it: what an agent wrote down on the phone is the customer's", async () => {
    account = await startWireDesk("articles-by-ticket");
    const messages = await account.read.getConversation!("375");
    expect(messages.map(({ role, private: hidden, automated }) => [role, hidden, automated])).toEqual([
      ["customer", false, false],
      ["agent", false, false],
      ["agent", true, false],
      ["system", true, true],
    ]);
    expect(messages[0]).toMatchObject({ authorId: "26", authorName: "Mara Example" });
    expect(messages[1]).toMatchObject({ authorId: "5", authorName: "Ada Agent", body: "Which model is it?" });
    expect(account.wire.unexpected).toEqual([]);
  });

  it("ZM-4: a size that comes as text is a number", async () => {
    account = await startWireDesk();
    const articles = (bodyOf("articles-by-ticket") as unknown as object[]).map((raw) => rawArticle.parse(raw));
    expect(articles.flatMap(({ attachments }) => attachments ?? []).map(({ size }) => size)).toEqual([38]);
  });

  it("is in the order of writing, and leaves out articles without text", async () => {
    const [first, second] = bodyOf("articles-by-ticket") as unknown as [object, object];
    account = await startWireDesk(
      answers("GET", "/ticket_articles/by_ticket/375", [{ ...second }, { ...first }, { ...first, id: 700, body: " " }]),
    );
    expect((await account.read.getConversation!("375")).map(({ id }) => id)).toEqual(["598", "599"]);
  });
});
