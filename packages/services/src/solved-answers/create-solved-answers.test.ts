import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { openReplyBench } from "../reply/testing/reply-bench.ts";
import { createSolvedAnswers, type SolvedAnswersService } from "./create-solved-answers.ts";
import type { SolvedTicket } from "./solved-ticket.ts";

const detector = await createLanguageDetector();
const exportAnswer = "Open Settings and choose Export. The file is ready after a minute.";

function solved(ticketId: string, more: Partial<SolvedTicket> = {}): SolvedTicket {
  return {
    connection: "desk",
    ticketId,
    subject: "Export",
    customerName: "Mara Muster",
    messages: [
      { role: "customer", text: "How can I export all my contacts into a file?" },
      { role: "agent", text: `Hi Mara,\n\n${exportAnswer}\n\nBest regards,\nTom` },
    ],
    solvedAt: 1_000,
    ...more,
  };
}

let store: OtaiStore;
let answers: SolvedAnswersService;
const another = (connections = ["desk"], most = 100) => createSolvedAnswers({ store, detector, connections, most });
const find = (text: string, connection: string | null = "desk", from = answers) =>
  from.find(text, { connection, language: "en", topK: 3 });
const question = "How do I export my contacts to a file?";

beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:", ids: { next: (prefix) => `${prefix}-1` } });
  answers = another();
});
afterEach(() => store.close());

describe("answers to solved tickets", () => {
  it("an agent's answer is found by a similar question, without greeting and signature", async () => {
    expect(await answers.keep(solved("1"))).toBe(true);
    const [best] = await find(question);
    expect(best).toMatchObject({ ticketId: "1", answer: exportAnswer });
    expect(best!.similarity).toBeGreaterThan(0.5);
  });

  it("answers never cross from one helpdesk into another", async () => {
    await answers.keep(solved("1"));
    await answers.keep(solved("2", { connection: "other" }));
    expect((await find(question)).map(({ ticketId }) => ticketId)).toEqual(["1"]);
    expect((await find(question, "other")).map(({ ticketId }) => ticketId)).toEqual(["2"]);
    expect(await find(question, "third")).toEqual([]);
  });

  it("without a connection answers are found only where there is one helpdesk", async () => {
    await answers.keep(solved("1"));
    expect(await find(question, null)).toHaveLength(1);
    expect(await find(question, null, another(["desk", "other"]))).toEqual([]);
    expect(await find(question, null, another([]))).toEqual([]);
  });

  it("answers in another language stay out", async () => {
    await answers.keep(solved("1"));
    expect(await answers.find(question, { connection: "desk", language: "de", topK: 3 })).toEqual([]);
  });

  it("what one process keeps and erases, another one sees at once", async () => {
    const other = another();
    expect(await find(question, "desk", other)).toEqual([]);
    await answers.keep(solved("1"));
    expect(await find(question, "desk", other)).toHaveLength(1);
    expect(await answers.remove({ connection: "desk", ticketId: "1" })).toBe(1);
    expect(await find(question, "desk", other)).toEqual([]);
    await answers.keep(solved("2", { solvedAt: 5 }));
    expect(await answers.remove({ before: 6 })).toBe(1);
    expect(await find(question, "desk", other)).toEqual([]);
  });

  it("the newest are kept per connection", async () => {
    const few = another(["desk"], 2);
    for (const [id, solvedAt] of [
      ["1", 5],
      ["2", 3],
      ["3", 4],
    ] as const)
      await few.keep(solved(id, { solvedAt }));
    expect((await find(question, "desk", few)).map(({ ticketId }) => ticketId).toSorted()).toEqual(["1", "3"]);
  });

  it("solved again, a ticket's last answer takes the place of the first; with none left it is forgotten", async () => {
    await answers.keep(solved("1"));
    const { messages } = solved("1");
    const again = {
      role: "agent",
      text: "Contacts are exported under Account, then Contacts, then Download.",
    } as const;
    await answers.keep(solved("1", { messages: [...messages, again] }));
    expect(await find(question)).toMatchObject([{ answer: again.text }]);
    expect(await answers.keep(solved("1", { messages: [messages[0]!, { role: "agent", text: "Done." }] }))).toBe(false);
    expect(await find(question)).toEqual([]);
  });

  it("personal data is in neither question nor answer", async () => {
    const messages = [
      { role: "customer", text: "Export the contacts of mara@kunde.example, my IBAN is DE89370400440532013000." },
      { role: "agent", text: `${exportAnswer} We wrote to mara@kunde.example about the export.` },
    ] as const;
    await answers.keep(solved("1", { messages }));
    const [kept] = await store.read((tx) => tx.solvedAnswers.list("desk", ["1"]));
    expect(kept).toMatchObject({ answer: exportAnswer, language: "en", at: 1_000 });
    expect(kept!.question).not.toMatch(/kunde\.example|DE89/);
    expect(kept!.question).toContain("Export the contacts");
  });
});

describe("what is no answer of an agent", () => {
  const rows: readonly [string, string][] = [
    ["a question back", "Could you please send us a photo of the export screen and its file?"],
    ["a farewell", "You're welcome! I am closing this ticket; just reply if the export fails again."],
    ["a draft of ours with its citations", "Hi Mara,\n\nOpen Settings and choose Export to get the contacts file [1]."],
    [
      "an automatic answer",
      "This is an automatic reply. I am out of the office until 9 November and cannot export contacts to a file.",
    ],
  ];
  test.each(rows)("%s", async (_, text) => {
    const [asked, told] = solved("1").messages;
    expect(await answers.keep(solved("1", { messages: [asked!, { role: "agent", text }] }))).toBe(false);
    // What an agent said before counts.
    expect(await answers.keep(solved("2", { messages: [asked!, told!, { role: "agent", text }] }))).toBe(true);
    expect(await find(question)).toMatchObject([{ ticketId: "2", answer: exportAnswer }]);
  });

  it("a draft that an agent sent with a few words changed", async () => {
    const bench = await openReplyBench({ detector });
    const own = createSolvedAnswers({ store: bench.store, detector, connections: ["desk"], most: 10 });
    const asked = "How do I export my data as CSV?";
    const { draft } = await bench.draft(asked, { connection: "desk", ticket_id: "1" });
    const sent = draft.replaceAll(/ \[\d\]/g, "").replace("Hi there", "Hello Mara");
    const ticket = {
      messages: [
        { role: "customer", text: asked },
        { role: "agent", text: sent },
      ],
    } as const;
    expect(await own.keep(solved("1", ticket))).toBe(false);
    expect(await own.keep(solved("2", ticket))).toBe(true);
    await bench.close();
  });
});

it("a draft cites a solved ticket where no article answers", async () => {
  const bench = await openReplyBench({ detector, solvedAnswers: answers });
  const asked = "How can I merge two wishlists into one?";
  const told = "Open the wishlist that should go, choose Merge and pick the other wishlist.";
  const messages = [
    { role: "customer", text: asked },
    { role: "agent", text: told },
  ] as const;
  await answers.keep(solved("77", { subject: "Wishlists", messages }));
  const drafted = await bench.draft("How do I merge two wishlists?", { connection: "desk" });
  expect(drafted.citations).toMatchObject([{ source: "solved-ticket", external_id: "77", quote: told }]);
  expect((await bench.draft("How do I merge two wishlists?", { connection: "other" })).refusal_reason).toBe(
    "no_evidence",
  );
  await bench.close();
});
