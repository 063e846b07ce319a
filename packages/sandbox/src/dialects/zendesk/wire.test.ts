import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { RatePlan } from "../../rate/rate-limiter.ts";
import { type Answer, EPOCH, openAccount, type TestAccount } from "./test-account.ts";

interface Fixture {
  name: string;
  direction?: string;
  request: {
    method: string;
    path: string;
    query?: Record<string, string>;
    headers: Record<string, string | null>;
    body?: unknown;
  };
  response?: { status: number; headers: Record<string, string>; body?: unknown; bodyText?: string };
}

const FOLDER = new URL("../../../../../fixtures/wire/zendesk/", import.meta.url);
const fixtures = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as Fixture);

/** What the simulated desk does not have, so that no answer of it can be compared. */
const NOT_SIMULATED: Record<string, string> = {
  "attachment-foreign-host": "messages of the desk have no attachments",
  "attachment-redirect": "messages of the desk have no attachments",
  "comments-page-2": "messages of the desk have no attachments",
  "write-required-field": "no field of the desk is required on solve",
};

const PLANS: Record<string, RatePlan> = { "rate-limit-account": "growth", "rate-limit-per-ticket": "pro" };

let account: TestAccount | undefined;
afterEach(async () => {
  await account?.close();
  account = undefined;
});

const exchanges = fixtures.filter((fixture) => fixture.direction !== "webhook");
const simulated = exchanges.filter((fixture) => !(fixture.name in NOT_SIMULATED));

describe("wire fixtures", () => {
  it("every exchange is answered here or named as not simulated", () => {
    expect(simulated.length).toBeGreaterThan(25);
    expect(Object.keys(NOT_SIMULATED).filter((name) => !exchanges.some((fixture) => fixture.name === name))).toEqual(
      [],
    );
  });

  it.each(simulated.map((fixture) => [fixture.name, fixture] as const))("%s", async (name, fixture) => {
    account = await openAccount({ plan: PLANS[name] ?? "unlimited" });
    const stage = await setStage(account, name);
    const answer = await replay(account, fixture, stage);
    const expected = fixture.response!;
    expect([answer.status, answer.text]).toEqual([expected.status, answer.text]);
    expect(Object.keys(expected.headers).filter((header) => !answer.headers.has(header))).toEqual([]);
    if (expected.body !== undefined) expect(differences(expected.body, answer.body, "body")).toEqual([]);
    if (expected.bodyText !== undefined) expect(answer.body).toBeUndefined();
  });
});

/** The desk as the fixtures describe it, and what their ids are called here. */
interface Stage {
  ids: Map<string, string>;
  query: Record<string, string>;
  stamp: string;
}

async function setStage(account: TestAccount, name: string): Promise<Stage> {
  const { desk, clock } = account;
  const fields = new Map(desk.layout.ticketFields.map((field) => [field.key, String(field.id)]));
  const bot = desk.bot.id;
  const social = account.ticket({ channel: "social", subject: "Twitter" });
  const closed = account.ticket({ fields: { status: "closed" } });
  const main = account.ticket({
    fields: { groupId: desk.layout.groups[0]!.id, priority: "normal", type: "Question", status: "open", tags: ["vip"] },
  });
  desk.changeTicket(bot, main, {
    customFields: { ai_category: "order_shipping", ai_confidence: "0.61", product: "shop" },
  });
  desk.changeTicket(
    null,
    main,
    {},
    { authorId: -1, public: true, text: "Merged by a rule", html: null, channel: "web" },
  );
  desk.changeTicket(bot, main, {}, { authorId: bot, public: false, text: "See the log", html: null, channel: "web" });
  const deleted = account.ticket();
  desk.changeTicket(bot, deleted, { deleted: true });
  if (name.startsWith("tags-")) desk.changeTicket(bot, main, { tags: ["vip", "ai-escalation"] });
  const mara = String(desk.ticket(main)!.requesterId);
  desk.changeUser(null, Number(mara), { customFields: { sentiment_score: "neutral", escalation_risk: "0.10" } });
  const stamp = new Date(clock.now).toISOString();
  clock.now += 3_600_000;
  if (name.endsWith("conflict")) desk.customerReplies(main, "One more thing");
  if (name === "rate-limit-account") for (let i = 0; i < 400; i++) await account.call("GET", "/groups.json");
  if (name === "rate-limit-per-ticket") {
    for (let i = 0; i < 30; i++) await account.call("PUT", `/tickets/${main}.json`, { ticket: {} });
  }
  if (name === "unavailable-retry-after") account.faults.add({ kind: "5xx", next: 1 });
  return {
    stamp,
    query: await cursorQuery(account, name),
    ids: new Map([
      ["9", String(social)],
      ["7", String(closed)],
      ["5158", String(main)],
      ["3001", mara],
      ["12", String(desk.groupNamed("Billing")!.id)],
      ["111", fields.get("ai_category")!],
      ["112", fields.get("ai_urgency")!],
      ["113", fields.get("ai_confidence")!],
    ]),
  };
}

/** Cursors and start times of the fixtures are those of another account: the ones that lead to the same place here. */
async function cursorQuery({ call }: TestAccount, name: string): Promise<Record<string, string>> {
  const cursorOf = async (path: string) => {
    const { body } = await call("GET", path);
    return (body.meta?.after_cursor ?? body.after_cursor) as string;
  };
  const changes = `/incremental/tickets/cursor.json?start_time=${EPOCH / 1000 - 60}`;
  switch (name) {
    case "changes-page-1":
      return { start_time: String(EPOCH / 1000 - 60), per_page: "2" };
    case "changes-page-2-duplicate-and-deleted":
      return { cursor: await cursorOf(`${changes}&per_page=1`), per_page: "2" };
    case "changes-page-3-end":
      return { cursor: await cursorOf(`${changes}&per_page=3`), per_page: "3" };
    case "changes-page-4-nothing-new":
      return { cursor: await cursorOf(changes) };
    case "articles-page-1":
      return { "page[size]": "7" };
    case "articles-page-2":
      return { "page[after]": await cursorOf("/help_center/articles.json?page[size]=5") };
    case "search-export-page-2":
      return {
        "page[after]": await cursorOf("/search/export.json?query=status%3Csolved&filter[type]=ticket&page[size]=1"),
      };
    default:
      return {};
  }
}

async function replay(account: TestAccount, { name, request }: Fixture, stage: Stage): Promise<Answer> {
  const segments = request.path.replace("/api/v2", "").split("/");
  const path = segments
    .map((segment) => {
      const [id, ...suffix] = segment.split(".");
      return [stage.ids.get(id!) ?? id, ...suffix].join(".");
    })
    .join("/");
  const query = new URLSearchParams({ ...request.query, ...stage.query });
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([, value]) => value !== null)) as Record<
    string,
    string
  >;
  // What is forbidden to a plain agent is asked as one.
  if (name.startsWith("forbidden")) {
    headers.authorization = `Basic ${Buffer.from("ada.brenner@sandbox.example/token:sandbox").toString("base64")}`;
  }
  const body = translated(request.body ?? undefined, stage) as { ticket?: Record<string, unknown> } | undefined;
  // Which keys are restricted is the account's affair; here it is the description.
  if (name === "write-restricted-keys-warning") Object.assign(body!.ticket!, { description: "changed" });
  return account.call(request.method, `${path}?${query}`, body, headers);
}

/** The body with this account's ids and, where the write is to succeed, the stamp of the state that was read. */
function translated(value: unknown, stage: Stage): unknown {
  if (Array.isArray(value)) return value.map((each) => translated(each, stage));
  if (typeof value === "number") return Number(stage.ids.get(String(value)) ?? value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === "updated_stamp" ? stage.stamp : translated(each, stage)]),
  );
}

/** What kinds of custom field an account has is its own affair, so values and keys there need not agree. */
const OWN_FIELDS = /\.(custom_fields|fields)\.value$|\.user_fields\.\w+$/;

/** Where the answer lacks a key of the fixture or has another JSON type there; null on either side fits anything. */
function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (expected === null || actual === null || OWN_FIELDS.test(path)) return [];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path} is no list`];
    return expected.flatMap((element, index) => {
      const fits = actual.some((candidate) => differences(element, candidate, path).length === 0);
      return fits ? [] : [`${path}[${index}] has no like: ${differences(element, actual[0], path).join("; ")}`];
    });
  }
  if (typeof expected !== typeof actual) return [`${path} is ${typeof actual} instead of ${typeof expected}`];
  if (typeof expected !== "object") return [];
  return Object.entries(expected as object).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    if (key in (actual as object)) return differences(value, (actual as Record<string, unknown>)[key], at);
    return OWN_FIELDS.test(at) ? [] : [`${at} is missing`];
  });
}
