import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccount, type TestAccount } from "./test-account.ts";

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(() => account.close());

type Named = { id: number; name?: string; title?: string };

describe("users", () => {
  it("writes user fields partially and leaves the e-mail address alone: a second one would be an identity", async () => {
    const user = account.desk.ensureCustomer("noor@customer.example", "Noor");
    await account.call("PUT", `/users/${user.id}.json`, { user: { user_fields: { sentiment_score: "negative" } } });
    const { body } = await account.call("PUT", `/users/${user.id}.json`, {
      user: { email: "other@customer.example", user_fields: { escalation_risk: "0.72", unknown: "x" } },
    });
    expect(body.user).toMatchObject({
      email: "noor@customer.example",
      role: "end-user",
      user_fields: { sentiment_score: "negative", escalation_risk: "0.72" },
    });
    expect(body.user.user_fields).not.toHaveProperty("unknown");
  });

  it("refuses a value that is no option of a drop-down", async () => {
    const user = account.desk.ensureCustomer("noor@customer.example");
    const answer = await account.call("PUT", `/users/${user.id}.json`, {
      user: { user_fields: { sentiment_score: "furious" } },
    });
    expect([answer.status, Object.keys(answer.body.details)]).toEqual([422, ["sentiment_score"]]);
  });

  it("shows many users and finds agents by role", async () => {
    const user = account.desk.ensureCustomer("noor@customer.example");
    const many = await account.call("GET", `/users/show_many.json?ids=${user.id},${account.desk.bot.id},5`);
    expect(many.body.users.map((each: Named) => each.id)).toEqual([user.id, account.desk.bot.id]);
    const agents = await account.call("GET", "/users.json?role[]=agent&role[]=admin&page[size]=100");
    expect(agents.body.users).toHaveLength(account.desk.agents().length);
    expect((await account.call("GET", "/users/5.json")).status).toBe(404);
  });

  it("groups and their members agree with the desk", async () => {
    const { body } = await account.call("GET", "/groups.json?page[size]=100");
    expect(body.groups.map((group: Named) => group.name)).toEqual(["Support", "Billing", "Technical Support"]);
    const billing = body.groups[1].id;
    const members = await account.call("GET", `/groups/${billing}/memberships.json`);
    const expected = account.desk.agents().filter((agent) => agent.groupIds.includes(billing));
    expect(members.body.group_memberships.map((each: { user_id: number }) => each.user_id)).toEqual(
      expected.map((agent) => agent.id),
    );
    const own = await account.call("GET", `/users/${account.desk.bot.id}/group_memberships.json`);
    expect(own.body.group_memberships).toHaveLength(3);
  });
});

describe("fields", () => {
  it("drop-down options are tags with the field's prefix, unique over all fields", async () => {
    const { body } = await account.call("GET", "/ticket_fields.json?page[size]=100");
    const field = (title: string) => body.ticket_fields.find((each: Named) => each.title === title);
    const values = field("AI Category").custom_field_options.map((option: { value: string }) => option.value);
    expect(field("AI Category").type).toBe("tagger");
    expect(values).toContain("ai_category_billing");
    expect(field("AI Urgency").custom_field_options.map((option: { value: string }) => option.value)).toEqual([
      "ai_urgency_low",
      "ai_urgency_medium",
      "ai_urgency_high",
      "ai_urgency_critical",
    ]);
    expect(field("AI Confidence")).toMatchObject({ type: "text" });
    expect(field("Priority").system_field_options.map((option: { value: string }) => option.value)).toEqual([
      "low",
      "normal",
      "high",
      "urgent",
    ]);
    expect((await account.call("GET", `/ticket_fields/${field("AI Category").id}.json`)).body.ticket_field.title).toBe(
      "AI Category",
    );
  });

  it("user fields go by key", async () => {
    const { body } = await account.call("GET", "/user_fields.json");
    expect(body.user_fields.map((each: { key: string }) => each.key)).toEqual(["sentiment_score", "escalation_risk"]);
  });
});

describe("help center", () => {
  const articles = async (path: string, headers: Record<string, string> = {}) =>
    (await account.call("GET", path, undefined, headers)).body.articles as {
      id: number;
      draft: boolean;
      user_segment_id: number | null;
      locale: string;
    }[];
  const anonymous = async (path: string) => fetch(`${account.url}/zendesk/api/v2${path}`);

  it("ZD-17: without .json it answers 415", async () => {
    expect((await account.call("GET", "/help_center/articles")).status).toBe(415);
    expect((await account.call("GET", "/help_center/articles.json")).status).toBe(200);
  });

  it("ZD-18: agents see drafts and restricted articles, readers without credentials do not", async () => {
    const all = await articles("/help_center/articles.json?page[size]=100");
    expect(all.some((article) => article.draft)).toBe(true);
    expect(all.some((article) => article.user_segment_id !== null)).toBe(true);
    const open = (await (await anonymous("/help_center/articles.json")).json()) as { articles: typeof all };
    const readable = all.filter((article) => !article.draft && article.user_segment_id === null);
    expect(open.articles.map((article) => article.id)).toEqual(readable.map((article) => article.id));
    const hidden = all.find((article) => article.user_segment_id !== null)!;
    expect((await anonymous(`/help_center/articles/${hidden.id}.json`)).status).toBe(404);
  });

  it("refuses wrong credentials here too", async () => {
    const answer = await account.call("GET", "/help_center/articles.json", undefined, {
      authorization: "Basic d3Jvbmc=",
    });
    expect(answer.status).toBe(401);
  });

  it("lists each language by itself and all of them under an article", async () => {
    const german = await articles("/help_center/de/articles.json?page[size]=100");
    expect(new Set(german.map((article) => article.locale))).toEqual(new Set(["de"]));
    const english = await articles("/help_center/articles.json?page[size]=100");
    expect(english.map((article) => article.id)).toEqual(expect.arrayContaining(german.map((article) => article.id)));
    const { body } = await account.call("GET", `/help_center/articles/${german[0]!.id}/translations.json`);
    expect(body.translations.map((each: { locale: string }) => each.locale)).toEqual(["en-us", "de"]);
  });

  it("pages by cursor and is built of categories and nested sections", async () => {
    const first = await account.call("GET", "/help_center/articles.json?page[size]=3");
    expect([first.body.articles.length, first.body.meta.has_more]).toEqual([3, true]);
    const { body } = await account.call("GET", "/help_center/en-us/categories.json");
    const sections = await account.call("GET", `/help_center/categories/${body.categories[0].id}/sections.json`);
    expect(
      sections.body.sections.some((each: { parent_section_id: number | null }) => each.parent_section_id !== null),
    ).toBe(true);
    const inSection = await articles(`/help_center/sections/${sections.body.sections[0].id}/articles.json`);
    expect(inSection.length).toBeGreaterThan(0);
  });

  it("searches words and exports changes", async () => {
    const found = await account.call("GET", "/help_center/articles/search.json?query=charged+TWICE&locale=en-us");
    expect(found.body.results[0]).toMatchObject({ title: "I was charged twice", result_type: "article" });
    const changed = await account.call("GET", "/help_center/incremental/articles.json?start_time=0");
    expect(changed.body.count).toBe((await articles("/help_center/articles.json?page[size]=100")).length);
  });
});

it("an unknown path is a 404 in JSON, a broken body a 422", async () => {
  const unknown = await account.call("GET", "/nothing/here.json");
  expect([unknown.status, typeof unknown.body.error]).toEqual([404, "string"]);
  const broken = await fetch(`${account.url}/zendesk/api/v2/tickets/${account.ticket()}.json`, {
    method: "PUT",
    headers: { authorization: `Basic ${Buffer.from("agent@sandbox.example/token:sandbox").toString("base64")}` },
    body: "{",
  });
  expect(broken.status).toBe(422);
});
