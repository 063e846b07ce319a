import { afterAll, describe, expect, it } from "vitest";
import { openZammad } from "./test-zammad.ts";

const { call, newTicket, close } = await openZammad();
afterAll(close);

describe("Zammad people and setup", () => {
  it("changes a customer's attributes and leaves the rest", async () => {
    await newTicket();
    const [mara] = (await call("GET", "/users/search?query=mara@customer.example")).json;
    const changed = await call("PUT", `/users/${mara.id}`, {
      sentiment_score: "negative",
      escalation_risk: "0.8",
      x: 1,
    });
    expect(changed.json).toMatchObject({
      sentiment_score: "negative",
      escalation_risk: "0.8",
      firstname: "mara",
      role_ids: [3],
    });
    expect((await call("PUT", `/users/${mara.id}`, { sentiment_score: "furious" })).status).toBe(422);
    expect((await call("GET", "/users/1")).json.login).toBe("-");
  });

  it("ZM-13: groups, states and priorities are read out, with the kind of each state", async () => {
    expect((await call("GET", "/groups")).json.map((group: { name: string }) => group.name)).toEqual([
      "Users",
      "Billing",
      "Technical Support",
      "Sales",
    ]);
    const states = (await call("GET", "/ticket_states?expand=true")).json as { name: string; state_type: string }[];
    expect(states.find((state) => state.name === "pending close")?.state_type).toBe("pending action");
    const attributes = (await call("GET", "/object_manager_attributes")).json as {
      name: string;
      object: string;
      data_option: { options: object };
    }[];
    const category = attributes.find((attribute) => attribute.name === "ai_category")!;
    expect([category.object, Object.keys(category.data_option.options)]).toEqual([
      "Ticket",
      expect.arrayContaining(["billing"]),
    ]);
  });

  it("ZM-16: the knowledge base comes as a graph; texts need the content's id, which is not the translation's", async () => {
    const graph = (await call("POST", "/knowledge_bases/init")).json;
    interface Answer {
      id: number;
      published_at: string | null;
      internal_at: string | null;
      archived_at: string | null;
      translation_ids: number[];
    }
    const answers = Object.values(graph.KnowledgeBaseAnswer) as Answer[];
    const kindOf = (answer: Answer) => {
      if (answer.archived_at) return "archived";
      return answer.published_at ? "public" : answer.internal_at ? "internal" : "draft";
    };
    expect(new Set(answers.map(kindOf))).toEqual(new Set(["public", "internal", "draft", "archived"]));
    const [first] = answers;
    const translation = graph.KnowledgeBaseAnswerTranslation[first!.translation_ids[0]!];
    expect(translation.content_id).not.toBe(translation.id);
    const read = (contents: number) =>
      call("GET", `/knowledge_bases/1/answers/${first!.id}?include_contents=${contents}`);
    const content = (await read(translation.content_id)).json.assets.KnowledgeBaseAnswerTranslationContent;
    expect(content[translation.content_id].body).toContain("<p>");
    expect((await read(translation.id)).json.assets.KnowledgeBaseAnswerTranslationContent).toBeUndefined();
    const hits = await call("POST", "/knowledge_bases/search", {
      query: "charged twice",
      locale: "en-us",
      url_type: "agent",
    });
    expect(hits.json.details[0]).toMatchObject({ title: "I was charged twice" });
  });
});
