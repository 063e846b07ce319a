import { afterEach, describe, expect, test } from "vitest";
import { changed, fixture, openWireAccount, type WireAccount } from "./testing/wire-account.ts";

const note = {
  html: "<strong>QA Score: 86%</strong><br>ai-note qa r-1",
  text: "QA Score: 86%",
  marker: "ai-note qa r-1",
};
const written = changed("triage-write-with-note", { request: { body: undefined } });
let account: WireAccount;
afterEach(() => account.close());

describe("a note", () => {
  test("ZD-10 is a comment alone, with public:false, and its receipt is the comment's id", async () => {
    account = await openWireAccount(written);
    expect(await account.system.write.addNote!("5158", note)).toEqual({
      messageId: "80104",
      createdAt: Date.UTC(2026, 10, 1, 9, 0, 7),
    });
    expect(account.bodies("PUT")).toEqual([{ ticket: { comment: { html_body: note.html, public: false } } }]);
  });

  test("is never repeated by itself: a lost answer has an unknown outcome", async () => {
    account = await openWireAccount({ request: written.request, response: { status: 502, bodyText: "bad gateway" } });
    await expect(account.system.write.addNote!("5158", note)).rejects.toMatchObject({ outcomeUnknown: true });
    expect(account.server.requests).toHaveLength(1);
  });

  test("that the answer does not show may be there all the same", async () => {
    const { ticket } = written.response.body as { ticket: object };
    account = await openWireAccount({ ...written, response: { status: 200, body: { ticket, audit: { events: [] } } } });
    await expect(account.system.write.addNote!("5158", note)).rejects.toMatchObject({
      code: "unexpected-answer",
      outcomeUnknown: true,
    });
  });

  test("ZD-9 on a closed ticket is terminal", async () => {
    const { ticket } = fixture("ticket-read-drop-down-tags").response.body as { ticket: object };
    account = await openWireAccount(
      changed("write-closed-ticket", { request: { path: "/api/v2/tickets/5158.json", body: undefined } }),
      changed("ticket-read-drop-down-tags", { response: { body: { ticket: { ...ticket, status: "closed" } } } }),
    );
    await expect(account.system.write.addNote!("5158", note)).rejects.toMatchObject({ code: "closed-ticket" });
  });
});

describe("the requester", () => {
  test("gets user_fields and nothing else", async () => {
    account = await openWireAccount(fixture("user-update-fields"));
    await account.system.write.updateRequester!("3001", { sentiment_score: "negative", escalation_risk: "0.72" });
    expect(account.server.unexpected).toEqual([]);
  });

  test("D08 a field that Zendesk ignored is named", async () => {
    account = await openWireAccount(changed("user-update-fields", { request: { body: undefined } }));
    await expect(account.system.write.updateRequester!("3001", { mood: "low" })).rejects.toMatchObject({
      code: "refused",
      fields: [{ field: "mood" }],
    });
  });
});
