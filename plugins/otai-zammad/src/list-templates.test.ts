import type { AnswerTemplate } from "@otai/plugin-api/answer-template";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, connect, forbidden, startWireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

async function all(): Promise<AnswerTemplate[]> {
  const found: AnswerTemplate[] = [];
  for await (const template of connect(desk.wire.url, desk.context).templates!.listTemplates()) found.push(template);
  return found;
}

describe("text modules", () => {
  it("as plain text, with the groups that they are for; personal ones are left out", async () => {
    desk = await startWireDesk("text-modules");
    expect(await all()).toEqual([
      {
        ...{ id: "1", title: "Ask for the order number", language: null, queues: [] },
        text: "Please send us the number of your order.",
      },
      {
        ...{ id: "2", title: "Copy of an invoice", language: null, queues: [expect.any(String)] },
        text: "A copy of every invoice is in your account.",
      },
    ]);
    expect(desk.wire.unexpected).toEqual([]);
  });

  it("that are switched off or empty are left out, a group that nobody knows keeps its id", async () => {
    const modules = [
      { id: 1, name: "A", content: "<b>On</b>", group_ids: [999] },
      { id: 2, name: "B", content: "Off", active: false },
      { id: 3, name: "C", content: null },
    ];
    desk = await startWireDesk(answers("GET", "/text_modules", modules));
    expect((await all()).map(({ id, text, queues }) => [id, text, queues])).toEqual([["1", "On", ["999"]]]);
  });

  it("that may not be read are an error that says so", async () => {
    desk = await startWireDesk(forbidden("GET", "/text_modules"));
    await expect(all()).rejects.toMatchObject({ code: "permission" });
  });
});
