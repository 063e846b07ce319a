import { articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import { searchRequestSchema } from "@otai/service-api/knowledge-base-search";
import { draftRequestSchema } from "@otai/service-api/reply-draft";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { createIds, systemClock } from "../app/surroundings.ts";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { createChampions } from "../triage/champions.ts";
import { openServices } from "./open-services.ts";

const silent = () => {};
const log = { debug: silent, info: silent, warn: silent, error: silent };
const ids = createIds(systemClock);

let folder: ConfigFolder;
let store: OtaiStore;
beforeEach(async () => {
  folder = new ConfigFolder();
  store = await openSqliteStore({ path: ":memory:", ids });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

async function open(config = "", env: Record<string, string> = {}) {
  const loaded = await folder.load(`${sampleSystem()}${config}`, env);
  return openServices({
    ...{ loaded, store, clock: systemClock, ids, log, signal: new AbortController().signal },
    ...{ champions: createChampions(store, systemClock), connected: () => [], secretKey: "secret" },
  });
}

const article = {
  external_id: "1",
  title: "Export your contacts",
  content:
    "Open Contacts and choose Export. Help is at https://help.example/export and at https://community.example/1.",
  language: "en",
};
const question = { ticket_id: "T-1", conversation: [{ role: "customer", content: "How do I export my contacts?" }] };

describe("Reply and the Knowledge base in one installation", () => {
  it("an archived article marks the drafts that quote it and that nobody sent yet", async () => {
    const { kb, reply } = (await open()).offered;
    const { id } = await kb.articles.upsert(articleRequestSchema.parse(article), "test");
    const { draft_id } = await reply.draft(draftRequestSchema.parse(question));
    expect((await reply.getDraft(draft_id)).withdrawn_articles).toEqual([]);
    await kb.articles.upsert(articleRequestSchema.parse({ ...article, status: "archived" }), "test");
    expect((await reply.getDraft(draft_id)).withdrawn_articles).toEqual([id]);
  });

  it("a configured style greets and signs in its own words, and configured hosts may be linked to", async () => {
    const { kb, reply } = (
      await open(`services:
  reply:
    style: studio
    styles:
      - { id: studio, description: How the studio writes, greeting: { en: "Ahoy," }, sign_off: { en: "Your studio" } }
    allowed_hosts: [help.example, community.example]
`)
    ).offered;
    await kb.articles.upsert(articleRequestSchema.parse(article), "test");
    const { draft, style } = await reply.draft(draftRequestSchema.parse(question));
    expect(style).toBe("studio");
    expect(draft).toMatch(/^Ahoy,\n.*https:\/\/community\.example\/1.*\nYour studio$/s);
    expect(await reply.listStyles()).toContainEqual({
      ...{ id: "studio", name: "studio", description: "How the studio writes", default: true },
    });
    const formal = await reply.draft(draftRequestSchema.parse({ ...question, style: "formal" }));
    expect(formal.draft).not.toContain("Ahoy");
  });

  it("what an agent answered in a solved ticket serves the drafts of that helpdesk", async () => {
    const { lifecycle, offered } = await open();
    const answer = "Open the wishlist that should go, choose Merge and pick the other wishlist.";
    const asked = { role: "customer", text: "How can I merge two wishlists?" } as const;
    await lifecycle.solved!.keep({
      ...{ connection: "desk", ticketId: "77", subject: "Wishlists", customerName: null, solvedAt: 1_000 },
      messages: [asked, { role: "agent", text: answer }],
    });
    const conversation = [{ role: "customer", content: "How do I merge two wishlists?" }];
    const request = draftRequestSchema.parse({ ticket_id: "T-2", conversation, connection: "desk" });
    const { citations } = await offered.reply.draft(request);
    expect(citations).toMatchObject([{ source: "solved-ticket", external_id: "77", quote: answer }]);
  });

  it("1.4: a configured canned answer is suggested, and is not in the draft", async () => {
    const templates =
      "[{ id: merge, title: Merge wishlists, text: Open a wishlist and choose Merge., queues: [Shop] }]";
    const { reply } = (await open(`services: { reply: { templates: ${templates} } }\n`)).offered;
    const conversation = [{ role: "customer", content: "How do I merge two wishlists?" }];
    const request = draftRequestSchema.parse({ ticket_id: "T-3", conversation, queue: "Shop" });
    expect(await reply.draft(request)).toMatchObject({ suggested_template: "merge", draft: "", refused: true });
    expect((await reply.draft({ ...request, queue: "Office" })).suggested_template).toBeNull();
  });

  it("4.3, 4.4: what was solved becomes the draft of an article; old words in one make it stale", async () => {
    const { lifecycle, offered } = await open("services: { kb: { deprecated_terms: [Address Book] } }\n");
    const { kb } = offered;
    const query = "How can I merge two wishlists?";
    for (const ticket of ["77", "78"]) {
      await lifecycle.solved!.keep({
        ...{ connection: "desk", ticketId: ticket, subject: "Wishlists", customerName: null, solvedAt: 1_000 },
        messages: [
          { role: "customer", text: query },
          { role: "agent", text: "Open the wishlist that should go, choose Merge and pick the other wishlist." },
        ],
      });
      await kb.search(searchRequestSchema.parse({ query, ticket_id: ticket, connection: "desk" }));
    }
    const { gaps } = await kb.listGaps({ days: 30, min_queries: 2, limit: 5, status: "active" });
    const draft = await kb.draftForGap(gaps[0]!.id);
    expect(draft).toMatchObject({ status: "drafting", citations: [{ connection: "desk", ticket_id: "77" }] });
    expect((await kb.articles.get(draft.article_id)).status).toBe("draft");
    const old = { title: "Contacts", content: "They stand in the address book.", source: "s" };
    await kb.articles.upsert(articleRequestSchema.parse(old), "test");
    expect((await kb.listStale({ days: 90 })).stale).toMatchObject([
      { title: "Contacts", reasons: ["mentions_deprecated"] },
    ]);
  });

  test.each([
    ["none are wanted", "services: { reply: { solved_answers: 0 } }\n", {}],
    ["Reply is elsewhere", "", { REPLY_URL: "http://127.0.0.1:9" }],
  ])("no answers are kept where %s", async (_, config, env) => {
    expect((await open(config, env)).lifecycle.solved).toBeUndefined();
  });

  it("every search is in the log once the services have settled", async () => {
    const { offered, settle } = await open();
    await offered.kb.search(searchRequestSchema.parse({ query: "wishlists" }));
    await settle();
    expect((await store.read((tx) => tx.knowledgeQueries.count(0))).total).toBe(1);
  });
});
