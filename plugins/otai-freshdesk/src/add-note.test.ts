import { readdirSync, readFileSync } from "node:fs";
import { ClosedTicketError, UnavailableError, UnexpectedAnswerError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, startWireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

const note = { html: "<p>QA Score: 86%</p>", text: "QA Score: 86%", marker: "ai-note qa r-1" };

describe("notes", () => {
  it("D28: are private by a constant", async () => {
    desk = await startWireDesk("note-create-private");
    const receipt = await desk.write.addNote!("9", { ...note, private: false, incoming: true } as typeof note);
    expect(receipt).toEqual({ messageId: "106", createdAt: Date.parse("2021-04-09T12:40:00Z") });
    expect(desk.wire.requests.map(({ body }) => body)).toEqual([{ body: note.html, private: true }]);
  });

  it("D27: are never sent twice; a lost answer says that the outcome is unknown", async () => {
    desk = await startWireDesk(answers("POST", "/tickets/9/notes", undefined, { status: 502 }));
    const attempt = desk.write.addNote!("9", note);
    await expect(attempt).rejects.toThrow(UnavailableError);
    await expect(attempt).rejects.toMatchObject({ outcomeUnknown: true });
    expect(desk.wire.requests).toHaveLength(1);
  });

  it("D27: an answer that is not Freshdesk's says that the outcome is unknown too", async () => {
    desk = await startWireDesk(answers("POST", "/tickets/9/notes", { gateway: "ok" }));
    const attempt = desk.write.addNote!("9", note);
    await expect(attempt).rejects.toThrow(UnexpectedAnswerError);
    await expect(attempt).rejects.toMatchObject({ outcomeUnknown: true });
  });

  it("FD-17: on a deleted ticket end it", async () => {
    desk = await startWireDesk(answers("POST", "/tickets/9/notes", undefined, { status: 405 }));
    await expect(desk.write.addNote!("9", note)).rejects.toThrow(ClosedTicketError);
  });

  it("D28: no source file knows a route by which text reaches a customer", async () => {
    desk = await startWireDesk();
    const sources = readdirSync(new URL(".", import.meta.url)).filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
    );
    const publicRoutes = /\/reply|\/forward|\/outbound_email|reply_to|notify_emails/;
    const speaking = sources.filter((name) => publicRoutes.test(readFileSync(new URL(name, import.meta.url), "utf8")));
    expect(sources.length).toBeGreaterThan(20);
    expect(speaking).toEqual([]);
  });
});
