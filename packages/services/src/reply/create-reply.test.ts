import { draftRequestSchema } from "@otai/service-api/reply-draft";
import { feedbackRequestSchema } from "@otai/service-api/reply-feedback";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { builtInStyles, type Style } from "./style.ts";
import type { ReplySurroundings } from "./surroundings.ts";
import { openReplyBench, type ReplyBench } from "./testing/reply-bench.ts";

const detector = await createLanguageDetector();
let bench: ReplyBench;
beforeEach(async () => {
  bench = await openReplyBench({ detector });
});
afterEach(() => bench.close());

async function remake(change: Partial<ReplySurroundings>): Promise<void> {
  await bench.close();
  bench = await openReplyBench({ detector, ...change });
}

const charged = "Hello, I was charged twice for my subscription. What about the duplicate charges?";
const customer = (content: string) => ({ role: "customer", content });

describe("styles", () => {
  const brand: Style = {
    ...builtInStyles[0]!,
    id: "brand",
    name: "Brand",
    greeting: { en: "Ahoy!" },
    signOff: { en: "Fair winds" },
    bannedWords: ["sometimes"],
    maxChars: 400,
  };

  it("a custom style has its own greeting, sign-off, banned words and length", async () => {
    await remake({ styles: [brand], defaultStyle: "brand" });
    const { draft, style, removed } = await bench.draft(charged);
    expect(style).toBe("brand");
    expect(draft).toMatch(/^Ahoy!\n[\s\S]*\nFair winds$/);
    expect(draft.length).toBeLessThanOrEqual(400);
    expect(removed).toMatchObject([{ reason: "banned_word" }]);
    expect((await bench.reply.listStyles()).map((known) => [known.id, known.default])).toEqual([
      ["friendly", false],
      ["formal", false],
      ["brand", true],
    ]);
  });

  it("an unknown style is refused with the list of the known ones, also as default", async () => {
    const request = draftRequestSchema.parse({ ticket_id: "1", conversation: [customer(charged)], style: "shouting" });
    await expect(bench.reply.draft(request)).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      errors: [{ field: "style", message: "must be one of friendly, formal" }],
    });
    await expect(openReplyBench({ defaultStyle: "shouting" })).rejects.toThrow();
  });
});

describe("feedback", () => {
  const feedback = (draft_id: string, more: object) =>
    bench.reply.addFeedback(feedbackRequestSchema.parse({ draft_id, accepted: true, edited_text: null, ...more }));

  it("accepted, edited or rejected; repeats overwrite the outcome and keep the history", async () => {
    const { draft_id, draft } = await bench.draft(charged);
    expect(await feedback(draft_id, {})).toMatchObject({ status: "ok", outcome: "accepted", edit_distance: 0 });
    expect(await feedback(draft_id, { edited_text: draft })).toMatchObject({ outcome: "accepted", edit_distance: 0 });
    const edited = await feedback(draft_id, { edited_text: `${draft} More words.` });
    expect(edited.outcome).toBe("edited");
    expect(edited.edit_distance).toBeGreaterThan(0);
    expect(edited.edit_distance).toBeLessThan(0.1);
    bench.time.now += 1000;
    const rejected = await feedback(draft_id, { accepted: false, reason: "wrong_tone" });
    expect(rejected).toMatchObject({ outcome: "rejected", recorded_at: "2026-11-02T09:00:01.000Z" });
    expect((await bench.reply.getDraft(draft_id)).outcome).toBe("rejected");
    expect(await bench.store.read((tx) => tx.drafts.listFeedback(draft_id))).toHaveLength(4);
  });

  it("taking out the citation numbers is no edit", async () => {
    const { draft_id, draft } = await bench.draft(charged);
    expect((await feedback(draft_id, { edited_text: draft.replaceAll(/ \[\d\]/g, "") })).outcome).toBe("accepted");
  });

  it("4.2, 5.3: what was refused for want of evidence or rejected as wrong is reported as unanswered, without personal data", async () => {
    await bench.draft("Do you sell bicycles to mara@kunde.example in Norway?", { ticket_id: "T-5" });
    const { draft_id } = await bench.draft(charged);
    await feedback(draft_id, { accepted: false, reason: "wrong_tone" });
    await feedback(draft_id, { accepted: false, reason: "incomplete" });
    expect(bench.unanswered).toMatchObject([
      { ticketId: "T-5", language: "en", reason: "no_evidence" },
      { ticketId: "T-1", query: charged, reason: "not_helpful" },
    ]);
    expect(bench.unanswered[0]!.query).not.toContain("mara@");
  });

  it("1.4: from 200 records on the confidence is the probability of being sent with at most a small edit", async () => {
    const { draft_id } = await bench.draft(charged);
    const stored = (await bench.store.read((tx) => tx.drafts.get(draft_id)))!;
    async function learn(from: number, to: number) {
      await bench.store.write(async (tx) => {
        for (let at = from; at < to; at += 1) {
          // Well supported drafts are sent nine times out of ten, others once.
          const [support, sent] = at % 2 === 0 ? [0.9, at % 20 !== 0] : [0.3, at % 20 === 1];
          await tx.drafts.add({ ...stored, id: `d-x${at}`, support });
          const outcome = { outcome: sent ? "edited" : "rejected", editDistance: sent ? 0.1 : 0 } as const;
          const empty = { editedText: null, reason: null, actor: null, recordedAt: at };
          await tx.drafts.addFeedback({ ...empty, ...outcome, id: `df-x${at}`, draftId: `d-x${at}` });
        }
      });
    }
    await learn(0, 199);
    expect(await bench.draft(charged)).toMatchObject({ confidence_basis: "support", calibrated: false });
    await learn(199, 200);
    const answer = await bench.draft(charged);
    expect(answer).toMatchObject({ confidence_basis: "calibrated", calibrated: true });
    const support = (await bench.store.read((tx) => tx.drafts.get(answer.draft_id)))!.support;
    expect(support).toBe(stored.support);
    expect(answer.confidence).toBeGreaterThan(0.8);
    expect(answer.confidence).toBeLessThan(0.97);
  });

  it("acceptance is counted per queue, language and style", async () => {
    const { draft_id } = await bench.draft(charged, { queue: "Billing" });
    await bench.draft(charged, { queue: "Billing" });
    await feedback(draft_id, {});
    expect(await bench.reply.countAcceptance({ days: 30 })).toEqual({
      window_days: 30,
      items: [
        {
          queue: "Billing",
          language: "en",
          style: "friendly",
          drafts: 2,
          refused: 0,
          accepted: 1,
          edited: 0,
          rejected: 0,
          acceptance_rate: 1,
        },
      ],
    });
  });

  it("4.5: drafts that cite a withdrawn article are marked", async () => {
    const { draft_id } = await bench.draft(charged);
    expect(await bench.reply.withdrawArticle("a-77")).toBe(1);
    expect((await bench.reply.getDraft(draft_id)).withdrawn_articles).toEqual(["a-77"]);
  });
});
