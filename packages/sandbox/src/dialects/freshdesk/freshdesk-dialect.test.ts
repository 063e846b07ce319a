import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../../test-sandbox.ts";

const NOW = Date.UTC(2026, 10, 20, 12);

let desk: TestSandbox;
let now = NOW;

beforeAll(async () => {
  // 800 tickets, one every six hours: 200 days of history.
  desk = await startTestSandbox({ tickets: 800, now: () => now });
});
afterAll(() => desk.close());

const newTicket = async (subject = "Help") => {
  const created = await desk.control("POST", "/tickets", {
    subject,
    body: "Line one\nLine <two>",
    requester: "x@y.example",
  });
  return created.json.id as number;
};

describe("Freshdesk credentials and media types", () => {
  it("takes the API key as user with any password, and answers 401 with the vendor's body otherwise", async () => {
    const wrong = await desk.call("GET", "/freshdesk/api/v2/tickets", undefined, {
      authorization: "Basic d3Jvbmc6WA==",
    });
    expect([wrong.status, wrong.json.code]).toEqual([401, "invalid_credentials"]);
    expect((await desk.call("GET", "/freshdesk/api/v2/tickets")).status).toBe(401);
    expect((await desk.freshdesk("GET", "/agents/me")).json.contact.email).toBe("agent@sandbox.example");
  });

  it("answers 406 for an Accept without JSON and 415 for a body that is not JSON", async () => {
    expect((await desk.freshdesk("GET", "/tickets/1", undefined, { accept: "text/html" })).status).toBe(406);
    expect((await desk.freshdesk("PUT", "/tickets/799", "a=1", { "content-type": "text/plain" })).status).toBe(415);
    expect((await desk.freshdesk("PUT", "/tickets/799", "{broken")).json.code).toBe("invalid_json");
  });

  it("FD-3: 404 has an empty body; 405 names the methods that exist", async () => {
    const missing = await desk.freshdesk("GET", "/tickets/99999");
    expect([missing.status, missing.text]).toEqual([404, ""]);
    expect((await desk.freshdesk("GET", "/nothing/here")).status).toBe(404);
    const wrong = await desk.freshdesk("DELETE", "/tickets/799");
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, PUT"]);
  });
});

describe("Freshdesk ticket list", () => {
  it("holds only tickets created in the last 30 days unless updated_since is given", async () => {
    const recent = await desk.freshdesk("GET", "/tickets?per_page=100&page=2");
    expect(recent.json).toHaveLength(20);
    const all = await desk.freshdesk("GET", "/tickets?updated_since=2025-01-01T00:00:00Z&per_page=100&page=8");
    expect(all.json.length).toBeGreaterThan(50);
  });

  it("has 30 per page, at most 100, and says by Link that there is more", async () => {
    const first = await desk.freshdesk("GET", "/tickets");
    expect(first.json).toHaveLength(30);
    const next = /^<(.+)>; rel="next"$/.exec(first.headers.get("link")!)![1]!;
    expect(next.startsWith(`${desk.url}/freshdesk/api/v2/tickets?`)).toBe(true);
    const last = await desk.freshdesk("GET", "/tickets?page=4");
    expect([last.json.length, last.headers.get("link")]).toEqual([30, null]);
    const tooMany = await desk.freshdesk("GET", "/tickets?per_page=101");
    expect([tooMany.status, tooMany.json.errors[0].field]).toEqual([400, "per_page"]);
  });

  it("FD-7: refuses pages beyond 300", async () => {
    const beyond = await desk.freshdesk("GET", "/tickets?updated_since=2025-01-01T00:00:00Z&page=301");
    expect([beyond.status, beyond.json.errors[0].message]).toEqual([
      400,
      "cannot access tickets beyond the 300th page",
    ]);
  });

  it("FD-6: has no description without include, and embeds what is asked for", async () => {
    const plain = (await desk.freshdesk("GET", "/tickets?per_page=1")).json[0];
    expect(Object.keys(plain)).not.toContain("description");
    const rich = (await desk.freshdesk("GET", "/tickets?per_page=1&include=description,requester,stats")).json[0];
    expect(rich.description_text).toContain("I have a question");
    expect(rich.requester.email).toMatch(/@customer\.example$/);
    expect(rich.stats.resolved_at).toBeNull();
  });

  it("gives the changes since a moment in order of change", async () => {
    const id = await newTicket();
    now += 60_000;
    await desk.freshdesk("PUT", "/tickets/798", { priority: 4 });
    const since = new Date(now - 30_000).toISOString();
    const feed = await desk.freshdesk("GET", `/tickets?updated_since=${since}&order_by=updated_at&order_type=asc`);
    expect(feed.json.map((ticket: { id: number }) => ticket.id)).toEqual([798]);
    const both = await desk.freshdesk(
      "GET",
      `/tickets?updated_since=${new Date(NOW).toISOString()}&order_by=updated_at&order_type=asc`,
    );
    expect(both.json.map((ticket: { id: number }) => ticket.id)).toEqual([id, 798]);
  });

  it.each([
    ["surprise=1", "surprise"],
    ["order_by=subject", "order_by"],
    ["filter=mine", "filter"],
    ["updated_since=yesterday", "updated_since"],
    ["include=secrets", "include"],
    ["page=0", "page"],
  ])("refuses ?%s by name", async (query, field) => {
    const answer = await desk.freshdesk("GET", `/tickets?${query}`);
    expect([answer.status, answer.json.errors[0].field]).toEqual([400, field]);
  });

  it("leaves out spam and deleted tickets, shows them by filter, and refuses every update with 405 (FD-17)", async () => {
    const id = await newTicket();
    await desk.control("POST", `/tickets/${id}/act`, { spam: true });
    const ids = async (query: string) =>
      (await desk.freshdesk("GET", `/tickets?${query}`)).json.map((t: { id: number }) => t.id);
    expect(await ids("per_page=100")).not.toContain(id);
    expect(await ids("filter=spam")).toEqual([id]);
    expect((await desk.freshdesk("PUT", `/tickets/${id}`, { priority: 2 })).status).toBe(405);
    expect((await desk.freshdesk("POST", `/tickets/${id}/notes`, { body: "x" })).status).toBe(405);
    await desk.control("POST", `/tickets/${id}/act`, { spam: false, deleted: true });
    expect(await ids("filter=deleted")).toEqual([id]);
    expect((await desk.freshdesk("GET", `/tickets/${id}`)).json.deleted).toBe(true);
    expect((await desk.freshdesk("PUT", `/tickets/${id}`, { priority: 2 })).status).toBe(405);
  });

  it("FD-16: closed tickets untouched for 120 days are found under /tickets/archived only", async () => {
    const old = 50;
    expect((await desk.freshdesk("GET", `/tickets/${old}`)).status).toBe(404);
    expect((await desk.freshdesk("GET", `/tickets/archived/${old}`)).json.status).toBe(5);
    expect((await desk.freshdesk("GET", `/tickets/archived/${old}/conversations`)).json).toHaveLength(3);
    expect((await desk.freshdesk("GET", "/tickets/archived/799")).status).toBe(404);
    // Closed too, but with a ticket every six hours only 112 days ago.
    const young = 350;
    expect((await desk.freshdesk("GET", `/tickets/${young}`)).json.status).toBe(5);
  });
});

describe("Freshdesk ticket update", () => {
  it("writes the guide's triage body and answers the whole ticket", async () => {
    const id = await newTicket();
    const group = (await desk.freshdesk("GET", "/groups")).json[0];
    const body = {
      priority: 3,
      type: "Billing",
      group_id: group.id,
      custom_fields: { cf_ai_category: "billing", cf_ai_urgency: "high", cf_ai_confidence: "0.93" },
      tags: ["vip", "ai-category:billing", "ai-urgency:high"],
    };
    const answer = await desk.freshdesk("PUT", `/tickets/${id}`, body);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ ...body, status: 2, description_text: "Line one\nLine <two>" });
    expect(answer.json.description).toContain("Line one<br>Line &lt;two&gt;");
  });

  it("replaces tags as a whole and leaves alone what the body does not name", async () => {
    const id = await newTicket();
    await desk.freshdesk("PUT", `/tickets/${id}`, { tags: ["a", "b"], priority: 4 });
    const answer = await desk.freshdesk("PUT", `/tickets/${id}`, { tags: ["c"] });
    expect([answer.json.tags, answer.json.priority]).toEqual([["c"], 4]);
  });

  it.each([
    ["an unknown attribute", { subject_line: "x" }, "subject_line", "invalid_field"],
    ["a key of the ticket's own shape", { description_text: "x" }, "description_text", "invalid_field"],
    ["a type that is no choice", { type: "Api Bug" }, "type", "invalid_value"],
    [
      "a dropdown value that is no choice",
      { custom_fields: { cf_ai_category: "nope" } },
      "cf_ai_category",
      "invalid_value",
    ],
    ["an unknown custom field", { custom_fields: { cf_nope: "x" } }, "cf_nope", "invalid_field"],
    [
      "a number for a text field",
      { custom_fields: { cf_ai_confidence: 0.9 } },
      "cf_ai_confidence",
      "datatype_mismatch",
    ],
    ["a group that does not exist", { group_id: 12 }, "group_id", "invalid_value"],
    ["an agent who does not exist", { responder_id: 12 }, "responder_id", "invalid_value"],
    ["a word for a priority", { priority: "high" }, "priority", "datatype_mismatch"],
    ["a priority out of range", { priority: 5 }, "priority", "invalid_value"],
    ["tags as text", { tags: "a" }, "tags", "datatype_mismatch"],
    ["a tag of 33 characters", { tags: ["x".repeat(33)] }, "tags", "invalid_value"],
  ])("FD-2, FD-11: refuses %s and loses the whole update", async (_what, wrong, field, code) => {
    const id = await newTicket();
    const answer = await desk.freshdesk("PUT", `/tickets/${id}`, { priority: 4, ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.json.description).toBe("Validation failed");
    expect(answer.json.errors).toMatchObject([{ field, code }]);
    expect((await desk.freshdesk("GET", `/tickets/${id}`)).json.priority).toBe(1);
  });

  it("names every refused field at once", async () => {
    const answer = await desk.freshdesk("PUT", "/tickets/799", { type: "Nope", group_id: 1, nope: 1 });
    expect(answer.json.errors.map((error: { field: string }) => error.field)).toEqual(["type", "group_id", "nope"]);
  });

  it("refuses an agent outside the group that is set with him", async () => {
    const [group] = (await desk.freshdesk("GET", "/groups")).json;
    const agents = (await desk.freshdesk("GET", "/agents?per_page=100")).json;
    const stranger = agents.find((agent: { group_ids: number[] }) => !agent.group_ids.includes(group.id));
    const answer = await desk.freshdesk("PUT", "/tickets/799", { group_id: group.id, responder_id: stranger.id });
    expect(answer.json.errors[0].field).toBe("responder_id");
  });

  it("creates a ticket and a contact for an unknown address", async () => {
    const body = {
      subject: "New",
      description: "<p>Hi</p>",
      email: "new.person@customer.example",
      status: 2,
      priority: 1,
    };
    const created = await desk.freshdesk("POST", "/tickets", body);
    expect(created.status).toBe(201);
    expect(created.headers.get("location")).toBe(`${desk.url}/freshdesk/api/v2/tickets/${created.json.id}`);
    const contact = await desk.freshdesk("GET", `/contacts/${created.json.requester_id}`);
    expect(contact.json.email).toBe("new.person@customer.example");
    const missing = await desk.freshdesk("POST", "/tickets", { subject: "x" });
    expect(missing.json.errors.map((error: { field: string }) => error.field)).toEqual(["description", "requester_id"]);
  });
});

describe("Freshdesk conversations", () => {
  it("FD-5: the first message is the description and not among the conversations", async () => {
    const id = await newTicket();
    expect((await desk.freshdesk("GET", `/tickets/${id}/conversations`)).json).toEqual([]);
  });

  it("makes notes private unless told otherwise, and replies public", async () => {
    const id = await newTicket();
    const note = await desk.freshdesk("POST", `/tickets/${id}/notes`, { body: "<b>AI &amp; you</b>" });
    expect([note.status, note.json.private, note.json.body_text]).toEqual([201, true, "AI & you"]);
    expect((await desk.freshdesk("POST", `/tickets/${id}/notes`, { body: "x", private: false })).json.private).toBe(
      false,
    );
    const reply = await desk.freshdesk("POST", `/tickets/${id}/reply`, { body: "Hello" });
    expect([reply.status, reply.json.private, reply.json.source]).toEqual([201, false, 0]);
    const wrong = await desk.freshdesk("POST", `/tickets/${id}/notes`, { body: "x", public: false });
    expect(wrong.json.errors).toMatchObject([{ field: "public", code: "invalid_field" }]);
    expect((await desk.freshdesk("POST", `/tickets/${id}/notes`, { private: true })).json.errors[0].code).toBe(
      "missing_field",
    );
  });

  it("FD-4: flags mislead as in recorded accounts", async () => {
    const id = await newTicket();
    await desk.control("POST", `/tickets/${id}/reply`, { body: "Still broken" });
    await desk.control("POST", `/tickets/${id}/act`, { reply: "We look into it" });
    for (let index = 0; index < 5; index++) await desk.control("POST", `/tickets/${id}/act`, { note: `note ${index}` });
    const ticket = (await desk.freshdesk("GET", `/tickets/${id}`)).json;
    const [customer, agent, ...notes] = (await desk.freshdesk("GET", `/tickets/${id}/conversations`)).json;
    expect(customer).toMatchObject({ incoming: false, source: 0, private: false, user_id: ticket.requester_id });
    expect(agent).toMatchObject({ incoming: false, source: 0, private: false });
    expect(agent.user_id).not.toBe(ticket.requester_id);
    // Among five private notes one carries the source of a reply.
    expect(notes.map((note: { source: number }) => note.source).sort()).toEqual([0, 2, 2, 2, 2]);
    expect(notes.every((note: { private: boolean }) => note.private)).toBe(true);
  });

  it("shows a survey answer as an incoming row without text", async () => {
    const rows = (await desk.freshdesk("GET", "/tickets/783/conversations")).json;
    expect(rows.at(-1)).toMatchObject({ incoming: true, source: 6, body_text: "", private: false });
  });

  it("FD-18: embeds ten of 45 conversations, all pages have them all", async () => {
    const id = await newTicket();
    for (let index = 0; index < 45; index++) await desk.control("POST", `/tickets/${id}/reply`, { body: `m${index}` });
    const embedded = (await desk.freshdesk("GET", `/tickets/${id}?include=conversations`)).json.conversations;
    expect(embedded.map((row: { body_text: string }) => row.body_text)).toEqual(
      Array.from({ length: 10 }, (_, i) => `m${i}`),
    );
    const first = await desk.freshdesk("GET", `/tickets/${id}/conversations`);
    expect([first.json.length, first.headers.get("link")]).toEqual([30, expect.stringContaining("page=2")]);
    const second = await desk.freshdesk("GET", `/tickets/${id}/conversations?page=2`);
    expect([second.json.length, second.headers.get("link")]).toEqual([15, null]);
  });
});

describe("Freshdesk people and fields", () => {
  it("writes contact fields strictly, keeps agents out of contacts, refuses deleted ones with 405", async () => {
    const contact = (await desk.freshdesk("GET", "/contacts")).json[0];
    const fields = { cf_sentiment_score: "negative", cf_escalation_risk: "0.72" };
    const written = await desk.freshdesk("PUT", `/contacts/${contact.id}`, { custom_fields: fields });
    expect([written.status, written.json.custom_fields]).toEqual([200, fields]);
    const wrong = await desk.freshdesk("PUT", `/contacts/${contact.id}`, {
      custom_fields: { cf_sentiment_score: "sad" },
    });
    expect(wrong.json.errors).toMatchObject([{ field: "cf_sentiment_score", code: "invalid_value" }]);
    const bot = (await desk.freshdesk("GET", "/agents/me")).json;
    expect((await desk.freshdesk("GET", `/contacts/${bot.id}`)).status).toBe(404);
    expect((await desk.freshdesk("GET", `/agents/${bot.id}`)).json.id).toBe(bot.id);
    const taken = await desk.freshdesk("PUT", `/contacts/${contact.id}`, { email: "x@y.example" });
    expect([taken.status, taken.json.errors[0].code]).toEqual([409, "duplicate_value"]);
  });

  it("FD-10: lists choices as object and as array, and a custom status", async () => {
    const fields = (await desk.freshdesk("GET", "/ticket_fields")).json;
    const choices = (name: string) => fields.find((field: { name: string }) => field.name === name).choices;
    expect(choices("status")["6"][0]).toBe("Waiting on Third Party");
    expect(choices("priority")).toEqual({ Low: 1, Medium: 2, High: 3, Urgent: 4 });
    expect(choices("ticket_type")).toContain("Technical Support");
    expect(choices("cf_ai_category")).toContain("unclassified");
    expect(choices("cf_product")).toEqual({ shop: "shop", app: "app", pos: "pos" });
    const labels = (await desk.freshdesk("GET", "/contact_fields")).json.map((field: { label: string }) => field.label);
    expect(labels).toEqual(expect.arrayContaining(["Sentiment Score", "Escalation Risk"]));
  });
});

describe("Freshdesk search", () => {
  const search = (query: string, page = "1") =>
    desk.freshdesk("GET", `/search/tickets?${new URLSearchParams({ query, page })}`);

  it("filters by the query in double quotes, 30 a page, with the total", async () => {
    const group = (await desk.freshdesk("GET", "/groups")).json[0];
    const answer = await search(`"status:4 AND group_id:${group.id}"`);
    expect(answer.json.results).toHaveLength(30);
    expect(answer.json.total).toBeGreaterThan(100);
    expect(answer.json.results.every((row: { status: number }) => row.status === 4)).toBe(true);
    expect(Object.keys(answer.json.results[0])).not.toContain("description");
    const page4 = await search('"status:4"', "10");
    expect(page4.json.results).toHaveLength(30);
  });

  it.each([
    ["status:2", "1", "query"],
    ['"status:2"', "11", "page"],
    ['"subject:hello"', "1", "subject"],
    ['"status:2 AND"', "1", "query"],
    [`"${"x".repeat(513)}"`, "1", "query"],
  ])("refuses %s on page %s", async (query, page, field) => {
    const answer = await search(query, page);
    expect([answer.status, answer.json.errors[0].field]).toEqual([400, field]);
  });
});

describe("Freshdesk solutions", () => {
  it("FD-15: leads from categories over folders and subfolders to articles, with drafts and agents' folders", async () => {
    const seen: { title: string; status: number; visibility: number }[] = [];
    const walk = async (folder: { id: number; visibility: number }): Promise<void> => {
      for (const article of (await desk.freshdesk("GET", `/solutions/folders/${folder.id}/articles`)).json) {
        seen.push({ ...article, visibility: folder.visibility });
      }
      for (const inner of (await desk.freshdesk("GET", `/solutions/folders/${folder.id}/subfolders`)).json)
        await walk(inner);
    };
    for (const category of (await desk.freshdesk("GET", "/solutions/categories")).json) {
      for (const folder of (await desk.freshdesk("GET", `/solutions/categories/${category.id}/folders`)).json)
        await walk(folder);
    }
    expect(seen.length).toBeGreaterThanOrEqual(15);
    expect(seen.filter((article) => article.status === 1)).toHaveLength(2);
    expect(seen.find((article) => article.title === "How much an agent may refund")!.visibility).toBe(3);
    expect(new Set(seen.map((article) => article.visibility))).toEqual(new Set([1, 2, 3, 4]));
  });

  it("has articles in a second language", async () => {
    const [hit] = (await desk.freshdesk("GET", "/search/solutions?term=reset%20your%20password")).json;
    expect((await desk.freshdesk("GET", `/solutions/articles/${hit.id}/de`)).json.title).toBe("Passwort zurücksetzen");
    expect((await desk.freshdesk("GET", `/solutions/articles/${hit.id}/fr`)).status).toBe(404);
  });
});

describe("Freshdesk limits", () => {
  let limited: TestSandbox;
  let at = NOW;
  beforeAll(async () => {
    limited = await startTestSandbox({ ratePlan: "growth", now: () => at });
  });
  afterAll(() => limited.close());

  const budget = (headers: Headers) =>
    ["total", "remaining", "used-currentrequest"].map((name) => Number(headers.get(`x-ratelimit-${name}`)));

  it("FD-8: counts each class down on its own and answers 429 with Retry-After until the minute is over", async () => {
    expect(budget((await limited.freshdesk("GET", "/tickets")).headers)).toEqual([20, 19, 1]);
    expect(budget((await limited.freshdesk("GET", "/tickets?include=description,stats")).headers)).toEqual([20, 14, 5]);
    expect(budget((await limited.freshdesk("GET", "/tickets?per_page=999")).headers)).toEqual([20, 13, 1]);
    for (let left = 12; left >= 0; left--) {
      expect(budget((await limited.freshdesk("GET", "/tickets")).headers)[1]).toBe(left);
    }
    at += 20_000;
    const refused = await limited.freshdesk("GET", "/tickets");
    expect([refused.status, refused.headers.get("retry-after"), budget(refused.headers)[1]]).toEqual([429, "40", 0]);
    expect((await limited.freshdesk("PUT", "/tickets/11", { priority: 2 })).status).toBe(200);
    at += 40_000;
    expect((await limited.freshdesk("GET", "/tickets")).status).toBe(200);
  });

  it("counts all classes together against the plan", async () => {
    at += 60_000;
    for (let call = 0; call < 200; call++) await limited.freshdesk("GET", "/groups");
    const refused = await limited.freshdesk("GET", "/contacts");
    expect([refused.status, budget(refused.headers)]).toEqual([429, [20, 0, 1]]);
  });

  it("shows a single ticket's embeds as one credit each", async () => {
    at += 60_000;
    const answer = await limited.freshdesk("GET", "/tickets/11?include=conversations");
    expect(budget(answer.headers)).toEqual([200, 198, 2]);
  });
});
