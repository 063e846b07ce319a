import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { startTestSandbox, type TestSandbox } from "../../test-sandbox.ts";
import { shapeProblems } from "../wire-shape.ts";
import { createZammadDialect } from "./zammad-dialect.ts";

interface Fixture {
  name: string;
  direction?: "webhook";
  request: {
    method: string;
    path: string;
    query?: Record<string, string>;
    headers: Record<string, string | null>;
    body?: unknown;
  };
  response: { status: number; headers: Record<string, string>; body?: unknown };
}

/** Exchanges about what this desk does not have. */
const NOT_SIMULATED: Record<string, string> = {
  "article-create-with-attachment": "messages of the desk have no attachments",
  "attachment-wrong-pair": "messages of the desk have no attachments",
  forbidden: "the bot may see every group",
  "knowledge-base-forbidden": "the bot is an editor",
  "search-lags-after-write": "there is no search index that could lag",
  "tags-add-not-allowed": "everybody may create tags",
  "ticket-update-core-workflow-422": "no workflow restricts priorities",
  "tickets-empty": "the bot may see every group",
  "wrong-token-403": "some versions only; the desk is one of those that answer 401",
};
/** The desk has no search engine: there is a ticket whose text is the fixtures' query. */
const QUERY = "state.name:(new OR open)";

const folder = new URL("../../../../../fixtures/wire/zammad/", import.meta.url);
const exchanges = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture)
  .filter((fixture) => fixture.direction !== "webhook");
const simulated = exchanges.filter((fixture) => !(fixture.name in NOT_SIMULATED));

describe("Zammad wire fixtures", () => {
  it("every exchange is answered here or named as not simulated", () => {
    expect(simulated.length).toBeGreaterThan(30);
    const known = exchanges.map((fixture) => fixture.name);
    expect(Object.keys(NOT_SIMULATED).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(simulated.map((fixture) => [fixture.name, fixture] as const))("%s", async (name, { request, response }) => {
    const { desk, own } = await setStage(name);
    const path = request.path.replace(/(?<=\/)\d+/g, (id) => own[id] ?? id);
    const query = new URLSearchParams(withOwnTicket(request.query, own) as Record<string, string>).toString();
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([, value]) => value !== null));
    const answer = await desk.call(
      request.method,
      `/zammad${path}${query && `?${query}`}`,
      withOwnTicket(request.body ?? undefined, own),
      headers as Record<string, string>,
    );
    expect(answer.status, answer.text).toBe(response.status);
    expect([...answer.headers.keys()]).toEqual(expect.arrayContaining(Object.keys(response.headers)));
    expect(shapeProblems(comparable(response.body), comparable(answer.json))).toEqual([]);
  });
});

/** The desk as the fixtures describe it, and what their ids are called here. */
async function setStage(name: string): Promise<{ desk: TestSandbox; own: Record<string, string> }> {
  const desk = await startTestSandbox({
    dialects: ["zammad"],
    now: () => Date.UTC(2026, 10, 1, 9),
    ...(name === "search-shape-until-6-4"
      ? { ownDialects: { zammad: (context) => createZammadDialect(context, "6.4") } }
      : {}),
  });
  onTestFinished(() => desk.close());
  const call = (method: string, path: string, body?: unknown) =>
    desk.call(method, `/zammad/api/v1${path}`, body, { authorization: "Token token=sandbox" });
  const ticket = async (subject: string, channel = "email") => {
    const written = { subject, body: QUERY, channel, requester: "mara@customer.example" };
    return (await desk.control("POST", "/tickets", written)).json.id as number;
  };
  const printer = await ticket("Printer on floor 3", "phone");
  const main = await ticket("Charged twice for order 4711");
  const merged = await ticket("Charged twice for order 4711");
  const closed = await ticket("Charged twice for order 4711");
  await desk.control("POST", `/tickets/${printer}/act`, { queue: "Billing", status: "open", reply: "Which model?" });
  await desk.control("POST", `/tickets/${main}/act`, { note: "See the log.", tags: ["vip", "printer"] });
  await call("POST", "/ticket_articles", { ticket_id: printer, body: "See the log.", internal: true });
  const escalated = { ticket_id: printer, body: "Escalated", content_type: "text/html", sender: "System" };
  await call("POST", "/ticket_articles", escalated);
  await call("PUT", `/tickets/${closed}`, { state: "closed", priority: "3 high" });
  if (name !== "merge-success") await call("PUT", `/ticket_merge/${merged}/${67_000 + main}`);
  const mara = (await desk.control("GET", `/tickets/${main}`)).json.requester.id as number;
  return {
    desk,
    own: {
      26: String(mara),
      353: String(main),
      373: String(printer),
      374: String(main),
      375: String(name === "ticket-read-german" ? closed : printer),
      376: String(merged),
      67374: String(67_000 + main),
      67376: String(67_000 + merged),
      10: "1",
    },
  };
}

function withOwnTicket(values: unknown, own: Record<string, string>): unknown {
  if (typeof values !== "object" || values === null) return values;
  const isTicket = (key: string) => key === "ticket_id" || key === "o_id";
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, isTicket(key) ? Number(own[String(value)]) : value]),
  );
}

/** Without attachments, and with rows that stand under their ids, which are others here, as lists. */
function comparable(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value) => {
    if (key === "attachments") return [];
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const isById = isObject && Object.keys(value).every((each) => /^\d+$/.test(each)) && Object.keys(value).length > 0;
    return isById ? Object.values(value) : value;
  });
}
