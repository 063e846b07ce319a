import type { AnswerTemplate } from "@otai/plugin-api/answer-template";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import { changed, fixture, openWireAccount, type WireAccount } from "./testing/wire-account.ts";

let account: WireAccount;
afterEach(() => account.close());

async function all(...exchanges: readonly WireExchange[]): Promise<AnswerTemplate[]> {
  account = await openWireAccount(...exchanges);
  const found: AnswerTemplate[] = [];
  for await (const template of account.system.templates!.listTemplates()) found.push(template);
  return found;
}
const macros = (...list: object[]) => changed("macros", { response: { body: { macros: list } } });
const shared = { active: true, restriction: null };

describe("macros", () => {
  test("that write a comment, with the groups that they are for; neither personal ones nor those that only set fields", async () => {
    const found = await all(fixture("macros"), fixture("groups"));
    expect(found).toEqual([
      {
        ...{ id: "901", title: "Ask for the order number", language: null, queues: [] },
        text: "Please send us the number of your order.",
      },
      {
        ...{ id: "902", title: "Copy of an invoice", language: null, queues: ["Billing"] },
        text: "A copy of every invoice is in your account.",
      },
    ]);
    expect(account.server.unexpected).toEqual([]);
  });

  test("a comment may stand with its channel; one that is switched off or has another restriction is left out", async () => {
    const comment = { field: "comment_value", value: ["channel:all", "Hello there."] };
    const found = await all(
      macros(
        { id: 1, title: "A", ...shared, actions: [comment] },
        { id: 2, title: "B", ...shared, active: false, actions: [comment] },
        { id: 3, title: "C", active: true, restriction: { type: "Role", id: 4 }, actions: [comment] },
        { id: 4, title: "D", active: true, restriction: { type: "Group", id: 99 }, actions: [comment] },
        { id: 5, title: "E", ...shared, actions: [{ field: "comment_value", value: null }] },
      ),
      fixture("groups"),
    );
    expect(found.map(({ id, text, queues }) => [id, text, queues])).toEqual([
      ["1", "Hello there.", []],
      ["4", "Hello there.", ["99"]],
    ]);
  });

  test("that may not be read are an error that says so", async () => {
    const refused = changed("macros", { response: fixture("forbidden-error-object").response });
    await expect(all(refused, fixture("groups"))).rejects.toMatchObject({ code: "permission" });
  });
});
