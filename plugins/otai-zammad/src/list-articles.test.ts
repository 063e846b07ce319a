import type { Article } from "@otai/plugin-api/article";
import { PermissionError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, bodyOf, fixture, startWireDesk } from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

async function articles(): Promise<Article[]> {
  const list: Article[] = [];
  for await (const article of account.articles!.listArticles()) list.push(article);
  return list;
}
const content = (answer: number, id: number, body: string) =>
  answers(
    "GET",
    `/knowledge_bases/1/answers/${answer}`,
    { id: answer, assets: { KnowledgeBaseAnswerTranslationContent: { [id]: { id, body } } } },
    { query: { include_contents: String(id) } },
  );
const init = {
  ...fixture("knowledge-base-init"),
  request: { ...fixture("knowledge-base-init").request, body: undefined },
};

describe("listArticles", () => {
  it("ZM-16: public and internal answers with their text; drafts and archived ones never", async () => {
    account = await startWireDesk(init, "knowledge-base-answer-contents", content(11, 131, "<p>At most 50 €.</p>"));
    expect(await articles()).toEqual([
      {
        externalId: "10",
        title: "How refunds work",
        html: "<p>Refunds take five working days.</p>",
        text: "Refunds take five working days.",
        tags: [],
        url: null,
        language: null,
        visibility: "public",
        updatedAt: Date.parse("2026-10-01T08:00:00.000Z"),
        categoryPath: ["Billing"],
      },
      expect.objectContaining({ externalId: "11", visibility: "internal", title: "Refund limits for agents" }),
    ]);
    expect(account.wire.unexpected).toEqual([]);
  });

  it("takes the translations' own ids where those of the contents bring no text, as the manual has it", async () => {
    const only = { ...bodyOf("knowledge-base-init") } as Record<string, Record<string, unknown>>;
    only.KnowledgeBaseAnswer = { 10: only.KnowledgeBaseAnswer![10] };
    const empty = answers("GET", "/knowledge_bases/1/answers/10", bodyOf("knowledge-base-answer"), {
      query: { include_contents: "130" },
    });
    const byTranslation = answers(
      "GET",
      "/knowledge_bases/1/answers/10",
      { assets: { KnowledgeBaseAnswerTranslationContent: { 130: { id: 130, body: "<p>Here</p>" } } } },
      { query: { include_contents: "30" } },
    );
    account = await startWireDesk(answers("POST", "/knowledge_bases/init", only), empty, byTranslation);
    expect((await articles()).map(({ text }) => text)).toEqual(["Here"]);
  });

  it("asks for the answer where the graph does not name its contents", async () => {
    const graph = structuredClone(bodyOf("knowledge-base-init")) as Record<
      string,
      Record<string, Record<string, unknown>>
    >;
    graph.KnowledgeBaseAnswer = { 10: graph.KnowledgeBaseAnswer![10]! };
    delete graph.KnowledgeBaseAnswerTranslation![30]!.content_id;
    const plain = {
      ...fixture("knowledge-base-answer"),
      request: { ...fixture("knowledge-base-answer").request, query: {} },
    };
    account = await startWireDesk(
      answers("POST", "/knowledge_bases/init", graph),
      plain,
      "knowledge-base-answer-contents",
    );
    expect((await articles()).map(({ title }) => title)).toEqual(["How refunds work"]);
  });

  it("ZM-17: without the right it says which permission is missing", async () => {
    const { response } = fixture("knowledge-base-forbidden");
    account = await startWireDesk({ ...init, response });
    await expect(articles()).rejects.toThrow(PermissionError);
    await expect(articles()).rejects.toThrow("knowledge_base.editor");
  });
});
