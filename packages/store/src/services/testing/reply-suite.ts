import { createCountingIds } from "@otai/conformance/store/counting-ids";
import type { Feedback, StoredDraft } from "@otai/services/ports/reply";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OtaiStore } from "../../store-transaction.ts";

export interface OpenedStore {
  readonly store: OtaiStore;
  dispose(): Promise<void>;
}

const monday = Date.UTC(2026, 10, 2, 9);

const answer: DraftResponse = {
  draft_id: "d-1",
  draft: "Hi there,\n\nCharges are reversed within 5 business days [1]. Größe ✓",
  confidence: 0.82,
  suggested_template: null,
  refused: false,
  refusal_reason: null,
  handoff: null,
  requires_review: true,
  confidence_basis: "support",
  alternatives: [],
  style: "friendly",
  citations: [
    {
      index: 1,
      article_id: "a-77",
      external_id: "4411",
      title: "Duplicate charges",
      url: null,
      source: "api",
      quote: "Charges are reversed within 5 business days.",
      score: 0.79,
      version: 1,
      chunk_id: "a-77#0",
    },
  ],
  claims: [{ text: "Charges are reversed within 5 business days.", citation: 1, supported: true }],
  checks: { grounded: true, promises: [], links: [], language_ok: true, pii_restored: true },
  removed: [],
  engine: "rules",
  model_version: "reply-extractive-1",
  degraded: false,
  degraded_reason: null,
  calibrated: false,
  language: "en",
  latency_ms: 3,
};

type DraftResponse = StoredDraft["answer"];
type NewDraft = Omit<StoredDraft, "outcome" | "withdrawnArticles">;
function sampleDraft(id: string, change: Partial<NewDraft> = {}, answered: Partial<DraftResponse> = {}): NewDraft {
  return {
    id,
    ticketId: "T-1",
    connection: "c-1",
    queue: "Billing",
    query: "charged twice",
    support: 0.82,
    answer: { ...answer, ...answered, draft_id: id },
    createdAt: monday,
    ...change,
  };
}

function sampleFeedback(id: string, draftId: string, change: Partial<Feedback> = {}): Feedback {
  return {
    id,
    draftId,
    outcome: "accepted",
    editDistance: 0,
    editedText: null,
    reason: null,
    actor: null,
    recordedAt: monday,
    ...change,
  };
}

/** What every store must do for Reply. `open` gives an empty database for each test. */
export function replySuite(
  name: string,
  open: (ids: ReturnType<typeof createCountingIds>) => Promise<OpenedStore>,
): void {
  describe(`reply store: ${name}`, () => {
    let opened: OpenedStore;
    beforeEach(async () => {
      opened = await open(createCountingIds());
    });
    afterEach(() => opened.dispose());

    const add = (...drafts: NewDraft[]) =>
      opened.store.write(async (tx) => {
        for (const draft of drafts) await tx.drafts.add(draft);
      });
    const judge = (...feedback: Feedback[]) =>
      opened.store.write(async (tx) => {
        for (const one of feedback) await tx.drafts.addFeedback(one);
      });
    const get = (id: string) => opened.store.read((tx) => tx.drafts.get(id));

    it("the letters of one ticket's drafts are listed, without refusals and other helpdesks'", async () => {
      await add(
        sampleDraft("d-1"),
        sampleDraft("d-2", { connection: "c-2" }),
        sampleDraft("d-3", {}, { refused: true }),
      );
      await add(sampleDraft("d-4", { ticketId: "T-2" }));
      const letters = await opened.store.read((tx) => tx.drafts.listOfTicket("c-1", "T-1"));
      expect(letters).toEqual([answer.draft]);
    });

    it("gives a draft back as it was stored, and null for one that is not there", async () => {
      await add(sampleDraft("d-1", { connection: null, queue: null }));
      const stored = { ...sampleDraft("d-1", { connection: null, queue: null }), outcome: null, withdrawnArticles: [] };
      expect(await get("d-1")).toEqual(stored);
      expect(await get("d-2")).toBeNull();
    });

    it("1.4: repeated feedback overwrites the outcome and keeps the history", async () => {
      await add(sampleDraft("d-1"));
      const first = sampleFeedback("df-1", "d-1", { outcome: "rejected", reason: "wrong_tone", actor: "agent:7" });
      const second = sampleFeedback("df-2", "d-1", { outcome: "edited", editDistance: 0.25, editedText: "Grüße" });
      await judge(first, second);
      expect((await get("d-1"))?.outcome).toBe("edited");
      expect(await opened.store.read((tx) => tx.drafts.listFeedback("d-1"))).toEqual([first, second]);
    });

    it("feedback for a draft that is not there is refused", async () => {
      await expect(judge(sampleFeedback("df-1", "d-9"))).rejects.toThrow();
    });

    it("lists the latest outcomes, newest first, without refusals", async () => {
      await add(
        sampleDraft("d-1", { support: 0.1 }),
        sampleDraft("d-2", { support: 0.2 }),
        sampleDraft("d-3", {}, { refused: true }),
        sampleDraft("d-4"),
      );
      await judge(
        sampleFeedback("df-1", "d-1", { recordedAt: monday + 1 }),
        sampleFeedback("df-2", "d-2", { recordedAt: monday + 2, outcome: "edited", editDistance: 0.5 }),
        sampleFeedback("df-3", "d-3", { recordedAt: monday + 3 }),
      );
      expect(await opened.store.read((tx) => tx.drafts.listJudged(10))).toEqual([
        { support: 0.2, outcome: "edited", editDistance: 0.5 },
        { support: 0.1, outcome: "accepted", editDistance: 0 },
      ]);
      expect(await opened.store.read((tx) => tx.drafts.listJudged(1))).toHaveLength(1);
    });

    it("5.3: lists what was sent of a style and language, as it was sent", async () => {
      await add(
        ...["d-1", "d-2", "d-3", "d-4", "d-5"].map((id) => sampleDraft(id)),
        sampleDraft("d-6", {}, { language: "de" }),
        sampleDraft("d-7", {}, { style: "formal" }),
      );
      const edited = { outcome: "edited", editedText: "As sent", editDistance: 0.2 } as const;
      await judge(
        sampleFeedback("df-1", "d-1", { recordedAt: monday + 1 }),
        sampleFeedback("df-2", "d-2", { ...edited, editedText: "First try", recordedAt: monday + 2 }),
        sampleFeedback("df-3", "d-2", { ...edited, recordedAt: monday + 3 }),
        sampleFeedback("df-4", "d-3", { outcome: "rejected", recordedAt: monday + 4 }),
        sampleFeedback("df-5", "d-4", { ...edited, editDistance: 0.6, recordedAt: monday + 5 }),
        sampleFeedback("df-6", "d-6"),
        sampleFeedback("df-7", "d-7"),
      );
      const list = (limit: number) => opened.store.read((tx) => tx.drafts.listSent("friendly", "en", limit));
      expect(await list(5)).toEqual(["As sent", answer.draft]);
      expect(await list(1)).toEqual(["As sent"]);
    });

    it("5.3: counts how drafts were received by queue, language and style", async () => {
      await add(
        sampleDraft("d-0", { createdAt: monday - 1 }),
        sampleDraft("d-1"),
        sampleDraft("d-2"),
        sampleDraft("d-3", {}, { refused: true }),
        sampleDraft("d-4", { queue: null }, { language: "de", style: "formal" }),
      );
      await judge(sampleFeedback("df-1", "d-1"), sampleFeedback("df-2", "d-2", { outcome: "rejected" }));
      expect(await opened.store.read((tx) => tx.drafts.countAcceptance(monday))).toEqual([
        {
          queue: "Billing",
          language: "en",
          style: "friendly",
          drafts: 3,
          refused: 1,
          accepted: 1,
          edited: 0,
          rejected: 1,
        },
        { queue: null, language: "de", style: "formal", drafts: 1, refused: 0, accepted: 0, edited: 0, rejected: 0 },
      ]);
    });

    it("4.5: withdrawing an article marks the drafts that cite it and were not judged yet", async () => {
      await add(sampleDraft("d-1"), sampleDraft("d-2"), sampleDraft("d-3", {}, { citations: [] }));
      await judge(sampleFeedback("df-1", "d-2"));
      const withdraw = () => opened.store.write((tx) => tx.drafts.withdrawArticle("a-77"));
      expect(await withdraw()).toBe(1);
      expect((await get("d-1"))?.withdrawnArticles).toEqual(["a-77"]);
      expect((await get("d-2"))?.withdrawnArticles).toEqual([]);
      expect(await withdraw()).toBe(0);
    });

    it("6.4: erasing tickets takes their drafts and feedback with them, and no others", async () => {
      await add(sampleDraft("d-1"), sampleDraft("d-2", { ticketId: "T-2" }), sampleDraft("d-3", { connection: "c-2" }));
      await judge(sampleFeedback("df-1", "d-1"));
      expect(await opened.store.write((tx) => tx.drafts.eraseTickets("c-1", ["T-1", "T-9"]))).toBe(1);
      expect(await get("d-1")).toBeNull();
      expect(await opened.store.read((tx) => tx.drafts.listFeedback("d-1"))).toEqual([]);
      expect(await get("d-2")).not.toBeNull();
      expect(await get("d-3")).not.toBeNull();
      expect(await opened.store.write((tx) => tx.drafts.eraseTickets(null, ["T-1"]))).toBe(1);
    });

    it("6.4: drafts past their retention are removed", async () => {
      await add(sampleDraft("d-1"), sampleDraft("d-2", { createdAt: monday + 1 }));
      expect(await opened.store.write((tx) => tx.drafts.removeBefore(monday + 1))).toBe(1);
      expect(await get("d-1")).toBeNull();
      expect(await get("d-2")).not.toBeNull();
    });
  });
}
