import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { mapNote } from "./map-note.ts";
import { article, fixture, shows, startWireDesk, ticket, updates, type WireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk?.stop());

const note = { html: "<p>Draft</p>", text: "Draft\nai-note draft r-1", marker: "ai-note draft r-1" };
const noted = fixture("ticket-get-note-found-by-marker");

describe("a note", () => {
  test("OT-8 goes as the reference has it, and is found in the thread afterwards", async () => {
    desk = await startWireDesk({ note_subject: "AI reply draft" }, "ticket-get", "note-create", noted);
    const receipt = await desk.write.addNote!("13", note);
    expect(desk.wire.unexpected).toEqual([]);
    expect(receipt).toEqual({ messageId: "25", createdAt: Date.UTC(2026, 10, 20, 10, 30) });
  });

  test("OT-8 D28 whatever the text, it is IsVisibleForCustomer exactly 0, with content type, subject and body", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("Open Ticket AI", "x"), (text, subject) => {
        let body: ReturnType<typeof mapNote>;
        try {
          body = mapNote({ html: "", text, marker: "" }, { note_subject: subject, note_auto_response: "auto remove" });
        } catch (error) {
          expect(error).toMatchObject({ code: "refused" });
          expect(["", "0"]).toContain(text.trim());
          return;
        }
        expect(JSON.parse(JSON.stringify(body))).toMatchObject({ IsVisibleForCustomer: 0, SenderType: "agent" });
        expect(JSON.stringify(body)).toContain('"IsVisibleForCustomer":0');
        for (const word of [body.Subject, body.Body, body.ContentType]) expect(["", "0"]).not.toContain(word.trim());
      }),
    );
  });

  test("OT-8 an empty note, or one of a mere 0, is refused before the call", async () => {
    desk = await startWireDesk({}, "ticket-get");
    for (const text of ["", " \n", "0"]) {
      await expect(desk.write.addNote!("13", { ...note, text })).rejects.toMatchObject({ code: "refused" });
    }
    expect(desk.updates()).toEqual([]);
  });

  test("carries what the installation demands, and else no accounted time", async () => {
    for (const [params, expected] of [
      [{ note_time_unit: 1 }, { TimeUnit: 1 }],
      [{ note_auto_response: "nothing" }, { AutoResponseType: "nothing" }],
      [{}, {}],
    ]) {
      desk = await startWireDesk(params!, "ticket-get", "note-create", noted);
      await desk.write.addNote!("13", note).catch(() => {});
      const [{ Article }] = desk.updates() as [{ Article: object }];
      expect("TimeUnit" in Article).toBe("TimeUnit" in expected!);
      expect(Article).toMatchObject(expected!);
      await desk.stop();
    }
  });

  test("OT-13 one that stands in the thread already is not written again", async () => {
    desk = await startWireDesk({}, noted);
    expect((await desk.write.addNote!("13", note)).messageId).toBe("25");
    expect(desk.updates()).toEqual([]);
  });

  test("OT-13 of a lost answer the outcome is unknown; asked again, the thread tells, and nothing is sent twice", async () => {
    const lost = { request: updates(13).request, response: { status: 504, bodyText: "" } };
    desk = await startWireDesk({}, "ticket-get", lost, noted);
    await expect(desk.write.addNote!("13", note)).rejects.toMatchObject({ code: "unavailable", outcomeUnknown: true });
    expect((await desk.write.addNote!("13", note)).messageId).toBe("25");
    expect(desk.updates()).toHaveLength(1);
  });

  test("OT-19 the ArticleID of the answer is believed only when the thread shows our marker", async () => {
    const foreign = shows({ Article: [...(ticket().Article as object[]), article(24, { Body: "somebody else's" })] });
    desk = await startWireDesk({}, shows(), updates(13, { body: { ArticleID: 24, TicketID: "13" } }), foreign);
    await expect(desk.write.addNote!("13", note)).rejects.toMatchObject({
      code: "unexpected-answer",
      outcomeUnknown: true,
    });
  });

  test("a customer who quotes our marker has not written our note", async () => {
    const quoted = shows({
      Article: [...(ticket().Article as object[]), article(24, { Body: note.text, IsVisibleForCustomer: 1 })],
    });
    desk = await startWireDesk({}, quoted, updates(13), noted);
    expect((await desk.write.addNote!("13", note)).messageId).toBe("25");
    expect(desk.updates()).toHaveLength(1);
  });

  test("OT-8 asks for no auto response: Znuny's would quote it in an article that the customer sees", async () => {
    const found = shows({}, "znuny-ticket-get-emoji");
    desk = await startWireDesk({}, "ticket-get", "znuny-note-create", found);
    const receipt = await desk.write.addNote!("13", {
      ...note,
      text: "Vorschlag 🙂\n\nai-note triage r-1",
      marker: "ai-note triage r-1",
    });
    expect(desk.wire.unexpected).toEqual([]);
    expect(receipt.messageId).toBe("25");
  });

  test("an auto response that quotes our note is not our note", async () => {
    const article = (ticket({}, "znuny-ticket-get-note-quoted").Article as { ArticleID: number }[]).filter(
      ({ ArticleID }) => ArticleID !== 25,
    );
    const quoted = shows({ Article: article }, "znuny-ticket-get-note-quoted");
    desk = await startWireDesk({}, quoted, updates(13), shows({}, "znuny-ticket-get-note-quoted"));
    expect((await desk.write.addNote!("13", { ...note, marker: "ai-note triage r-1" })).messageId).toBe("25");
    expect(desk.updates()).toHaveLength(1);
  });

  test("OT-13 is found where the server keeps U+FFFD in the place of an emoji, marker and all", async () => {
    const kept = shows({ Article: [article(25, { Body: "Draft\n\ufffd ai-note \ufffd r-1" })] });
    desk = await startWireDesk({}, kept);
    expect((await desk.write.addNote!("13", { ...note, marker: "🤖 ai-note 🙂 r-1" })).messageId).toBe("25");
    expect(desk.updates()).toEqual([]);
  });

  test("without the right to write notes it says so", async () => {
    desk = await startWireDesk({}, "ticket-get", updates(13, fixture("note-forbidden").response), "ticket-get");
    await expect(desk.write.addNote!("13", note)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringMatching(/permissions to create new articles.*lacks this right/),
    });
  });

  test("OT-16 a lone surrogate is replaced, for the server could not read the request", async () => {
    desk = await startWireDesk({}, "ticket-get", updates(13), shows());
    await desk.write.addNote!("13", { ...note, text: "broken \ud83d emoji" }).catch(() => {});
    expect(desk.updates()).toMatchObject([{ Article: { Body: "broken \ufffd emoji" } }]);
  });
});
