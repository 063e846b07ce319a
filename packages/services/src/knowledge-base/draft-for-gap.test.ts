import { articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import type { LanguageModel } from "@otai/service-api/language-model";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { defaultModelLimits } from "../reply/surroundings.ts";
import { createStubModel, failing, wrote } from "../reply/testing/lying-model.ts";
import { createSolvedAnswers, type SolvedAnswersService } from "../solved-answers/create-solved-answers.ts";
import type { SolvedTicket } from "../solved-answers/solved-ticket.ts";
import type { KnowledgeBaseService } from "./knowledge-base.ts";
import { DAY, type KnowledgeBench, openKnowledgeBench } from "./testing/knowledge-bench.ts";

const detector = await createLanguageDetector();
const asked = ["how do I export my contacts to csv", "csv export of my contacts", "export contacts csv download"];
const exportSteps = "Open Contacts and choose Export, then pick CSV as the format of the file.";
const bigLists = "Large contact lists are exported in parts of 5,000 contacts.";

let bench: KnowledgeBench;
let solved: SolvedAnswersService;
let service: KnowledgeBaseService;
beforeEach(async () => {
  bench = await openKnowledgeBench();
  solved = createSolvedAnswers({ store: bench.store, detector, connections: ["desk", "other"], most: 100 });
  service = serve(null);
});
afterEach(() => bench.close());

function serve(languageModel: LanguageModel | null): KnowledgeBaseService {
  const writer = { detector, languageModel, modelLimits: defaultModelLimits, promptKey: "for tests" };
  return bench.another({ drafting: { stopwatch: bench.now, solvedAnswers: solved, writer } });
}

/** Three tickets ask; the gap that they make. */
async function gapOf(questions: readonly string[] = asked): Promise<string> {
  for (const [at, query] of questions.entries()) await bench.search(query, { ticket_id: at + 1, connection: "desk" });
  const { gaps } = await bench.gaps();
  expect(gaps).toHaveLength(1);
  return gaps[0]!.id;
}

async function solve(ticketId: number, answer: string, more: Partial<SolvedTicket> = {}): Promise<void> {
  const messages = [
    { role: "customer", text: asked[0]! },
    { role: "agent", text: `Hi Mara,\n\n${answer}\n\nBest regards,\nTom` },
  ] as const;
  const ticket = {
    connection: "desk",
    ticketId: String(ticketId),
    subject: "Contacts export",
    customerName: "Mara Muster",
  };
  expect(await solved.keep({ ...ticket, messages, solvedAt: ticketId, ...more })).toBe(true);
}

describe("4.3: an article for a gap", () => {
  it("is put together from the answers in its tickets, each sentence once and with its ticket, and stays a draft", async () => {
    const id = await gapOf();
    await solve(1, exportSteps);
    await solve(2, `${exportSteps} ${bigLists}`);
    const draft = await service.draftForGap(id);
    expect(draft).toMatchObject({
      ...{ gap_id: id, status: "drafting", version: 1, title: "Csv export of my contacts", language: "en" },
      ...{ text: `${exportSteps} ${bigLists}`, engine: "rules", degraded: false, removed: [] },
      citations: [
        { connection: "desk", ticket_id: "2", quote: exportSteps },
        { connection: "desk", ticket_id: "2", quote: bigLists },
      ],
    });
    expect(await service.articles.get(draft.article_id)).toMatchObject({
      ...{ source: "otai-draft", external_id: id, status: "draft", visibility: "internal", text: draft.text },
      tags: ["ticket:desk:2"],
    });
    expect((await bench.search(asked[0]!, { audience: "internal", purpose: "test" })).results).toEqual([]);
    expect((await bench.gaps()).gaps).toMatchObject([{ id, status: "drafting" }]);
  });

  it("is written anew as long as no person has touched it", async () => {
    const id = await gapOf();
    await solve(1, exportSteps);
    const first = await service.draftForGap(id);
    expect(await service.draftForGap(id)).toMatchObject({ article_id: first.article_id, version: 1 });
    await solve(2, bigLists);
    expect(await service.draftForGap(id)).toMatchObject({ article_id: first.article_id, version: 2 });
  });

  test.each([
    ["draft", "somebody has edited the draft"],
    ["published", "the article is published"],
  ] as const)("is not written over once a person has it as %s", async (status, reason) => {
    const id = await gapOf();
    await solve(1, exportSteps);
    const { article_id, title } = await service.draftForGap(id);
    const edited = { title, content: "Mine.", source: "otai-draft", external_id: id, status };
    await service.articles.upsert(articleRequestSchema.parse(edited), "editor");
    const detail = `${reason}: article ${article_id} stays as it is`;
    await expect(service.draftForGap(id)).rejects.toMatchObject({ code: "CONFLICT", message: detail });
    expect((await service.articles.get(article_id)).text).toBe("Mine.");
  });

  it("leaves out what was promised or done for one customer, links and personal data", async () => {
    const id = await gapOf();
    await solve(
      1,
      `${exportSteps} I have refunded your subscription. See https://drive.example/secret for the contacts.`,
    );
    const { text, removed } = await service.draftForGap(id);
    expect(text).toBe(exportSteps);
    expect(removed.map(({ reason }) => reason).sort()).toEqual(["forbidden_promise", "link"]);
  });

  it("S12: an answer of another helpdesk's ticket of the same number is not in it", async () => {
    const id = await gapOf();
    await solve(1, exportSteps, { connection: "other" });
    await expect(service.draftForGap(id)).rejects.toMatchObject({
      code: "CONFLICT",
      message: "none of the 3 tickets that asked was solved with an answer that is kept",
    });
  });

  it("has one language, that of most answers", async () => {
    const id = await gapOf();
    await solve(
      1,
      "Öffnen Sie die Kontakte und wählen Sie Exportieren, dann die Datei im Format CSV für den Download.",
    );
    await solve(2, exportSteps);
    await solve(3, bigLists);
    expect(await service.draftForGap(id)).toMatchObject({ language: "en", text: `${bigLists}\n\n${exportSteps}` });
  });

  it("says why there is none: nobody solved a ticket, nobody asks any more, the gap is closed or unknown", async () => {
    const id = await gapOf();
    await expect(service.draftForGap("g-none")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(service.draftForGap(id)).rejects.toMatchObject({ code: "CONFLICT" });
    await solve(1, exportSteps);
    await bench.knowledgeBase.changeGap(id, { status: "dismissed", reason: "old product", article_id: null });
    await expect(service.draftForGap(id)).rejects.toMatchObject({ code: "CONFLICT", message: "the gap is dismissed" });
    await bench.knowledgeBase.changeGap(id, { status: "open", reason: null, article_id: null });
    bench.advance(91 * DAY);
    await expect(service.draftForGap(id)).rejects.toThrow("nobody asked about it in the last 90 days");
    expect(
      (await service.articles.list({ limit: 10, source: "otai-draft", status: undefined, cursor: undefined })).items,
    ).toEqual([]);
  });
});

describe("4.3: with a language model", () => {
  it("its sentences stand that an agent's words bear out, the others do not", async () => {
    const model = createStubModel({
      write: () =>
        wrote([
          { text: "Open Contacts, choose Export, then pick CSV as the format of the file.", quote: exportSteps },
          { text: "Exports are free for all plans.", quote: exportSteps },
          { text: "The file arrives within 2 hours.", quote: "The file arrives within 2 hours." },
        ]),
    });
    const id = await gapOf();
    await solve(1, exportSteps);
    expect(await serve(model).draftForGap(id)).toMatchObject({
      ...{ engine: "llm", model_version: "stub-1", degraded: false },
      text: "Open Contacts, choose Export, then pick CSV as the format of the file.",
      citations: [{ ticket_id: "1", quote: exportSteps }],
      removed: [{ reason: "unsupported" }, { reason: "forbidden_promise" }],
    });
  });

  it("that fails, the agents' sentences stand and the answer says so", async () => {
    const id = await gapOf();
    await solve(1, exportSteps);
    const draft = await serve(createStubModel({ write: failing("llm_timeout") })).draftForGap(id);
    expect(draft).toMatchObject({ engine: "rules", text: exportSteps, degraded: true, degraded_reason: "llm_timeout" });
  });
});
