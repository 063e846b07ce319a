import type { AnswerTemplate } from "@otai/plugin-api/answer-template";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, connect, fixture, startWireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

async function all(): Promise<AnswerTemplate[]> {
  const found: AnswerTemplate[] = [];
  for await (const template of connect(desk.wire.url, desk.context).templates!.listTemplates()) found.push(template);
  return found;
}

describe("canned responses", () => {
  it("of shared folders, as plain text; personal folders are not opened", async () => {
    desk = await startWireDesk("canned-response-folders", "canned-responses");
    const shared = { language: null, queues: [] };
    expect(await all()).toEqual([
      {
        id: "80000620001",
        title: "Ask for the order number",
        text: "Please send us the number of your order.",
        ...shared,
      },
      {
        ...{ id: "80000620002", title: "Copy of an invoice", ...shared },
        text: "A copy of every invoice is in your account under Orders.",
      },
    ]);
    expect(desk.wire.unexpected).toEqual([]);
  });

  it("without text are left out", async () => {
    const responses = [
      { id: 1, title: "A", content: "Plain", content_html: null },
      { id: 2, title: "B", content_html: "<p> </p>" },
    ];
    desk = await startWireDesk(
      answers("GET", "/canned_response_folders", [{ id: 7 }]),
      answers("GET", "/canned_response_folders/7/responses", responses),
    );
    expect((await all()).map(({ id, text }) => [id, text])).toEqual([["1", "Plain"]]);
  });

  it.each([
    ["the right", 403, "permission"],
    ["the plan", 404, "not-found"],
  ])("%s for them is missing: the error says which", async (_, status, code) => {
    desk = await startWireDesk(
      answers("GET", "/canned_response_folders", status === 403 ? fixture("forbidden").response.body : undefined, {
        status,
      }),
    );
    await expect(all()).rejects.toMatchObject({ code });
  });
});
