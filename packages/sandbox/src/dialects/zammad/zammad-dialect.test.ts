import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../../test-sandbox.ts";

const NOW = Date.UTC(2026, 10, 20, 12);
const TOKEN = { authorization: "Token token=sandbox" };

let desk: TestSandbox;
let now = NOW;

beforeAll(async () => {
  // One ticket every six hours; the last two are open.
  desk = await startTestSandbox({ dialects: ["zammad", "freshdesk"], tickets: 240, now: () => now });
});
afterAll(() => desk.close());

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  desk.call(method, `/zammad/api/v1${path}`, body, { ...TOKEN, ...headers });
const view = async (id: number) => (await desk.control("GET", `/tickets/${id}`)).json;
const newTicket = async (channel = "email") => {
  const written = { subject: "Help", body: "Line one", channel, requester: "mara@customer.example" };
  return (await desk.control("POST", "/tickets", written)).json.id as number;
};
const search = (condition: unknown, rest: Record<string, unknown> = {}) =>
  call("POST", "/tickets/search", { condition, sort_by: "updated_at", order_by: "asc", expand: true, ...rest });

describe("Zammad credentials and errors", () => {
  it("takes the token in both forms, and says in a header why it refuses", async () => {
    const withAuthorization = (authorization: string) => call("GET", "/users/me", undefined, { authorization });
    expect((await withAuthorization("Token token=sandbox")).json.email).toBe("agent@sandbox.example");
    expect((await withAuthorization('Token token="sandbox"')).status).toBe(200);
    expect((await withAuthorization("Bearer sandbox")).status).toBe(200);
    const wrong = await withAuthorization("Token token=wrong");
    expect([wrong.status, wrong.headers.get("x-failure")]).toEqual([401, wrong.json.error]);
    expect((await withAuthorization("Basic b3RhaTpzYW5kYm94")).status).toBe(403);
  });

  it("answers 404 with the vendor's words, and 400 for what is no JSON", async () => {
    const missing = await call("GET", "/tickets/99999");
    expect([missing.status, missing.json]).toEqual([404, { error: "Couldn't find Ticket with 'id'=99999" }]);
    expect((await call("GET", "/nothing")).status).toBe(404);
    expect((await call("PUT", "/tickets/1", "{broken")).status).toBe(400);
  });

  it("has no rate limit of its own; a proxy in front may answer 429 and 5xx without JSON", async () => {
    await desk.control("POST", "/faults", { kind: "429", next: 1 });
    const limited = await call("GET", "/users/me");
    expect([limited.status, limited.json]).toEqual([429, undefined]);
    await desk.control("POST", "/faults", { kind: "5xx", next: 1 });
    expect((await call("GET", "/users/me")).status).toBeGreaterThanOrEqual(502);
  });

  it("acts for the person that From names", async () => {
    const id = await newTicket();
    await call("PUT", `/tickets/${id}`, { priority: "2 normal" }, { from: "ada.brenner@sandbox.example" });
    expect((await view(id)).history.at(-1)).toMatchObject({ field: "priority", name: "Ada Brenner" });
  });
});

describe("Zammad ticket list and search", () => {
  it("lists by ascending id, at most 100 a page, whatever order is asked for", async () => {
    const page = (await call("GET", "/tickets?page=2&per_page=500&sort_by=updated_at&order_by=desc")).json;
    expect([page.length, page[0].id, page[99].id]).toEqual([100, 101, 200]);
  });

  it("gives 50 by default and 200 at most; `limit` is another name of `per_page`", async () => {
    const sizes = await Promise.all(
      ["", "&per_page=1000", "&limit=7"].map((query) => call("GET", `/tickets/search?query=${query}`)),
    );
    expect(sizes.map((answer) => answer.json.length)).toEqual([50, 200, 7]);
  });

  it("a condition filters and sorts without a search engine, both ends of a range included", async () => {
    const all = (await search({}, { per_page: 200 })).json as { id: number; updated_at: string }[];
    const since = all[150]!.updated_at;
    const found = (
      await search({ "ticket.updated_at": { operator: "after (absolute)", value: since } }, { per_page: 200 })
    ).json;
    expect(found[0].updated_at).toBe(since);
    const stamps = found.map((ticket: { updated_at: string }) => ticket.updated_at);
    expect(stamps).toEqual([...stamps].sort());
    const narrowed = await search({
      "ticket.group_id": { operator: "is", value: [2] },
      "ticket.state_id": { operator: "is", value: ["4"] },
      "ticket.tags": { operator: "contains one", value: "done, else" },
    });
    expect(
      new Set(narrowed.json.map((ticket: { group: string; state: string }) => `${ticket.group} ${ticket.state}`)),
    ).toEqual(new Set(["Billing closed"]));
    const nested = {
      operator: "OR",
      conditions: [
        { name: "ticket.id", operator: "is", value: "3" },
        { name: "ticket.id", operator: "is", value: "5" },
      ],
    };
    expect((await search(nested)).json.map((ticket: { id: number }) => ticket.id)).toEqual([3, 5]);
    expect((await search({ "ticket.updated_at": { operator: "newer", value: since } })).status).toBe(422);
  });

  it("without a search engine a query of attributes is a plain text that no ticket contains", async () => {
    expect((await call("GET", "/tickets/search?query=state.name:open&expand=true")).json).toEqual([]);
    expect((await call("GET", "/tickets/search?query=question+17*&expand=true")).json).toHaveLength(11);
  });
});

describe("Zammad ticket write", () => {
  it("writes names, custom attributes and an article in one stroke, visible in every dialect", async () => {
    const id = await newTicket();
    const body = {
      group: "Sales",
      priority: "3 high",
      state: "open",
      owner: "ada.brenner@sandbox.example",
      ai_category: "billing",
      article: { body: "<p>Routed<script>x()</script></p>", content_type: "text/html", internal: true, type: "note" },
    };
    const answer = await call("PUT", `/tickets/${id}?expand=true`, body);
    expect(answer.json).toMatchObject({
      group: "Sales",
      priority: "3 high",
      state: "open",
      owner: "ada.brenner@sandbox.example",
      ai_category: "billing",
      number: String(67_000 + id),
      updated_by: "agent@sandbox.example",
      article_count: 2,
    });
    expect(await view(id)).toMatchObject({ queue: "Sales", priority: "high", status: "open", agent: "Ada Brenner" });
    expect((await view(id)).messages[0]).toMatchObject({ public: false, body: "Routed", actor: "bot" });
    expect((await desk.freshdesk("GET", `/tickets/${id}`)).json.custom_fields.cf_ai_category).toBe("billing");
  });

  it("ZM-8: the id wins over the name without a word", async () => {
    const id = await newTicket();
    const answer = await call("PUT", `/tickets/${id}?expand=true`, { group: "Sales", group_id: 2 });
    expect([answer.status, answer.json.group]).toEqual([200, "Billing"]);
  });

  it("ZM-9: unknown keys and an owner who is no agent are dropped without a word; unknown names and values are refused", async () => {
    const id = await newTicket();
    const dropped = await call("PUT", `/tickets/${id}?expand=true`, { mood: "fine", owner: "mara@customer.example" });
    expect([dropped.status, dropped.json.owner, dropped.json.mood]).toEqual([200, "-", undefined]);
    const refused = await Promise.all(
      [{ group: "Nowhere" }, { priority_id: 9 }, { state: "asleep" }, { ai_category: "space" }, { owner: 7 }].map(
        (body) => call("PUT", `/tickets/${id}`, body),
      ),
    );
    expect(refused.map((answer) => answer.status)).toEqual([422, 422, 422, 422, 422]);
    expect(refused[0]!.json.error).toBe("No lookup value found for 'group': \"Nowhere\"");
  });

  it("a repeated write changes nothing, not even the time of change", async () => {
    const id = await newTicket();
    const body = { group: "Sales", priority: "2 normal", state: "open", ai_urgency: "high" };
    const first = (await call("PUT", `/tickets/${id}`, body)).json;
    now += 60_000;
    expect((await call("PUT", `/tickets/${id}`, body)).json.updated_at).toBe(first.updated_at);
  });

  it("ZM-10: tags in a PUT replace them all, or have no effect in old versions", async () => {
    const id = await newTicket();
    await call("POST", "/tags/add", { item: "vip", object: "Ticket", o_id: id });
    await call("PUT", `/tickets/${id}`, { tags: "a, b" });
    expect((await view(id)).tags).toEqual(["a", "b"]);
  });

  it("tags are added and removed one by one", async () => {
    const id = await newTicket();
    for (const item of ["vip", "ai-category:billing", "vip"]) {
      const added = await call("POST", "/tags/add", { item, object: "Ticket", o_id: id });
      expect([added.status, added.json]).toEqual([201, true]);
    }
    await call("DELETE", "/tags/remove", { item: "vip", object: "Ticket", o_id: id });
    expect((await call("GET", `/tags?object=Ticket&o_id=${id}`)).json).toEqual({ tags: ["ai-category:billing"] });
  });

  it("ZM-15: a pending state needs its time, and keeps it", async () => {
    const id = await newTicket();
    expect((await call("PUT", `/tickets/${id}`, { state: "pending reminder" })).status).toBe(422);
    const until = new Date(now + 3_600_000).toISOString();
    const answer = await call("PUT", `/tickets/${id}?expand=true`, { state: "pending reminder", pending_time: until });
    expect([answer.json.state, answer.json.pending_time]).toEqual(["pending reminder", until]);
    expect((await view(id)).status).toBe("pending");
    const open = await call("PUT", `/tickets/${id}?expand=true`, { state: "open" });
    expect(open.json.pending_time).toBeNull();
  });

  it("ZM-11: a merge that fails is a 200 with result failed", async () => {
    const [from, to] = [await newTicket(), await newTicket()];
    expect((await call("PUT", `/ticket_merge/${from}/12`)).json.result).toBe("failed");
    expect((await call("PUT", `/ticket_merge/${from}/${67_000 + to}`)).json.result).toBe("success");
    expect((await call("GET", `/tickets/${from}?expand=true`)).json.state).toBe("merged");
    expect((await view(from)).merged_into).toBe(to);
  });

  it("creates a ticket for a customer who is guessed from an address", async () => {
    const created = await call("POST", "/tickets?expand=true", {
      title: "From the API",
      group: "Sales",
      customer_id: "guess:nina@customer.example",
      tags: "a,b",
      article: { body: "Hello", type: "web", sender: "Customer" },
    });
    expect([created.status, created.json]).toMatchObject([201, { customer: "nina@customer.example", state: "new" }]);
    expect(await view(created.json.id)).toMatchObject({ queue: "Sales", tags: ["a", "b"], body: "Hello" });
    expect(
      (await call("POST", "/tickets", { title: "x", group: "Sales", customer: "who@nowhere.example" })).status,
    ).toBe(422);
  });

  it("spam is a closed ticket with a tag until somebody opens it; a deleted ticket is gone", async () => {
    const [spam, gone] = [await newTicket(), await newTicket()];
    await desk.control("POST", `/tickets/${spam}/act`, { spam: true });
    expect((await call("GET", `/tickets/${spam}?all=true`)).json).toMatchObject({ tags: ["spam"] });
    expect((await call("GET", `/tickets/${spam}?expand=true`)).json.state).toBe("closed");
    expect((await call("PUT", `/tickets/${spam}?expand=true`, { state: "open" })).json.state).toBe("open");
    await desk.control("POST", `/tickets/${gone}/act`, { deleted: true });
    expect((await call("GET", `/tickets/${gone}`)).status).toBe(404);
  });
});

describe("Zammad articles", () => {
  it("ZM-3: a phone call was typed by an agent and said by the customer", async () => {
    const id = await newTicket("phone");
    const [article] = (await call("GET", `/ticket_articles/by_ticket/${id}`)).json;
    expect(article).toMatchObject({ type: "phone", sender: "Customer", origin_by: "mara@customer.example" });
    expect(article.created_by).not.toBe(article.origin_by);
  });

  it("ZM-12: an article is visible to the customer unless internal is set, and a mail goes out even then", async () => {
    const id = await newTicket();
    const visible = await call("POST", "/ticket_articles", { ticket_id: id, body: "note" });
    expect([visible.status, visible.json.internal, visible.json.type, visible.json.sender]).toEqual([
      201,
      false,
      "note",
      "Agent",
    ]);
    const mail = { ticket_id: id, body: "mail", type: "email", to: "mara@customer.example", internal: true };
    expect((await call("POST", "/ticket_articles", mail)).json).toMatchObject({ internal: true, to: mail.to });
    expect((await view(id)).messages.map((message: object) => "mailed_to" in message)).toEqual([false, true]);
    expect((await view(id)).messages[1]).toMatchObject({ public: false, mailed_to: "mara@customer.example" });
    expect((await call("POST", "/ticket_articles", { ticket_id: id })).status).toBe(422);
  });

  it("an article of sender Customer is the customer's, whoever created it", async () => {
    const id = await newTicket();
    await call("POST", "/ticket_articles", { ticket_id: id, body: "He called", type: "phone", sender: "Customer" });
    expect((await view(id)).messages[0]).toMatchObject({ actor: "customer", public: true });
    const articles = (await call("GET", `/ticket_articles/by_ticket/${id}`)).json;
    expect(articles.at(-1)).toMatchObject({ sender: "Customer", created_by: "agent@sandbox.example" });
  });
});

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
