import { UnavailableError, UnexpectedAnswerError } from "@otai/plugin-api/errors";
import type { Quirks } from "@otai/plugin-api/ticket-system";
import { describe, expect, it } from "vitest";
import type { Offers } from "./capabilities.ts";
import { itWhere, onlyWhere } from "./it-where.ts";
import { sampleNote, type UseBench } from "./suite-bench.ts";

const marker = "ai-note triage r-01H8";

export function notesSuite(bench: UseBench, offers: Offers, quirks: Quirks): void {
  const notesOn = async (id: string) =>
    (await bench().desk.view(id)).messages.filter(({ body }) => body.includes(marker));

  describe("notes", () => {
    onlyWhere(offers.notes, "there are no notes");
    it("D28: a note is private, and its receipt names the message", async () => {
      const { system, newTicket } = bench();
      const id = await newTicket();
      const { messageId } = await system.write.addNote!(id, sampleNote(marker));
      expect(messageId).not.toBe("");
      expect(await notesOn(id)).toMatchObject([{ public: false, actor: "bot" }]);
    });

    itWhere(offers.conversation, "there are no conversations")(
      "it is found again in the conversation by its marker",
      async () => {
        const { system, newTicket } = bench();
        const id = await newTicket();
        const { messageId } = await system.write.addNote!(id, sampleNote(marker));
        const found = (await system.read.getConversation!(id)).filter(({ body }) => body.includes(marker));
        expect(found).toMatchObject([{ id: messageId, private: true, role: "agent" }]);
      },
    );

    it.each(["reset", "timeout"] as const)(
      "R07: when the answer is lost (%s), the outcome is called unknown, and there is never a second note",
      async (kind) => {
        const { desk, newTicket, connect, url } = bench();
        const hasty = connect(url, { timeoutSeconds: 0.3 });
        const seen = new Set<number>();
        // The desk draws lots whether a lost write was carried out; both must have been seen.
        for (let round = 0; round < 30 && seen.size < 2; round++) {
          const id = await newTicket();
          await desk.clearRequests();
          await desk.fault({ kind, next: 1, only: "write" });
          const attempt = hasty.write.addNote!(id, sampleNote(marker));
          await expect(attempt).rejects.toThrow(UnavailableError);
          await expect(attempt).rejects.toMatchObject({ outcomeUnknown: true });
          expect(await desk.requests("write")).toHaveLength(1);
          seen.add((await notesOn(id)).length);
        }
        expect([...seen].sort()).toEqual([0, 1]);
      },
    );

    it("R07: when the answer cannot be understood, the outcome is called unknown: the note is there", async () => {
      const { system, desk, newTicket } = bench();
      const id = await newTicket();
      await desk.fault({ kind: "garbled", next: 1, only: "write" });
      const attempt = system.write.addNote!(id, sampleNote(marker));
      await expect(attempt).rejects.toThrow(UnexpectedAnswerError);
      await expect(attempt).rejects.toMatchObject({ outcomeUnknown: true });
      expect(await notesOn(id)).toHaveLength(1);
    });

    it("R07: 5xx on a note is not answered with a second try", async () => {
      const { system, desk, newTicket } = bench();
      const id = await newTicket();
      await desk.clearRequests();
      await desk.fault({ kind: "5xx", next: 1, only: "write" });
      await expect(system.write.addNote!(id, sampleNote(marker))).rejects.toThrow(UnavailableError);
      expect(await desk.requests("write")).toHaveLength(1);
    });

    itWhere(quirks.noteWithUpdate, "a note takes a call of its own")(
      "a note within an update is private too, and in the same call",
      async () => {
        const { system, desk, newTicket } = bench();
        const id = await newTicket();
        const { version } = await system.read.getTicket(id);
        await desk.clearRequests();
        await system.write.updateTicket(id, { priority: "high", note: sampleNote(marker), expectedVersion: version });
        expect(await notesOn(id)).toMatchObject([{ public: false, actor: "bot" }]);
        expect(await desk.requests("write")).toHaveLength(1);
      },
    );

    itWhere(quirks.noteWithUpdate, "a note takes a call of its own")(
      "a note within an update whose answer was lost is never doubled",
      async () => {
        const { desk, newTicket, connect, url } = bench();
        const hasty = connect(url, { timeoutSeconds: 0.3 });
        for (let round = 0; round < 6; round++) {
          const id = await newTicket();
          const { version } = await hasty.read.getTicket(id);
          await desk.fault({ kind: "reset", next: 1, only: "write" });
          const attempt = hasty.write.updateTicket(id, {
            priority: "high",
            note: sampleNote(marker),
            expectedVersion: version,
          });
          await expect(attempt).rejects.toMatchObject({ outcomeUnknown: true });
          expect((await notesOn(id)).length).toBeLessThan(2);
        }
      },
    );

    itWhere(!quirks.noteWithUpdate, "a note may go with the fields")(
      "a note within an update is refused by name where the quirks do not declare it",
      async () => {
        const { system, newTicket } = bench();
        const id = await newTicket();
        const { version } = await system.read.getTicket(id);
        const update = { priority: "high", note: sampleNote(marker), expectedVersion: version } as const;
        const { refused } = await system.write.updateTicket(id, update);
        expect(refused.map(({ field }) => field)).toEqual(["note"]);
        expect(await notesOn(id)).toEqual([]);
      },
    );
  });
}
