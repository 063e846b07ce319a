import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../../test-sandbox.ts";
import { shapeProblems } from "../wire-shape.ts";

interface Fixture {
  name: string;
  direction?: "webhook";
  host?: string;
  request: {
    method: string;
    path: string;
    query?: Record<string, string>;
    headers: Record<string, string | null>;
    body?: unknown;
  };
  response: { status: number; headers: Record<string, string>; body?: unknown; bodyText?: string };
}

/** Exchanges about what this desk does not have. */
const BEYOND_THE_DESK: Record<string, string> = {
  "attachment-redirect": "no attachments",
  "ticket-read-with-attachment": "no attachments",
  "ticket-put-missing-field": "no field is required for closure or for agents",
  forbidden: "the bot may read everything",
};

const folder = fileURLToPath(new URL("../../../../../fixtures/wire/freshdesk/", import.meta.url));
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(folder + file, "utf8")) as Fixture)
  .filter((fixture) => fixture.direction !== "webhook" && !(fixture.name in BEYOND_THE_DESK));

let desk: TestSandbox;
/** Ids of the fixtures → ids of this desk in the same situation. */
let own: Record<string, number>;

beforeAll(async () => {
  desk = await startTestSandbox({ tickets: 800, now: () => Date.UTC(2026, 10, 20, 12) });
  const created = async (requester: string) => {
    const ticket = { subject: "Unable to login", body: "I changed …", requester };
    return (await desk.control("POST", "/tickets", ticket)).json.id as number;
  };
  const [long, fresh, spam, waiting] = [
    await created("ada@customer.example"),
    await created("ada@customer.example"),
    await created("gone@customer.example"),
    await created("ada@customer.example"),
  ];
  for (let index = 0; index < 45; index++) await desk.control("POST", `/tickets/${long}/reply`, { body: `m${index}` });
  const routed = { queue: "Technical Support", type: "Problem", priority: "high" };
  await desk.control("POST", `/tickets/${long}/act`, routed);
  await desk.control("POST", `/tickets/${fresh}/act`, { ...routed, tags: ["vip"] });
  await desk.control("POST", `/tickets/${waiting}/act`, { status: "hold" });
  await desk.control("POST", `/tickets/${spam}/act`, { spam: true });
  const contact = (await desk.freshdesk("GET", "/contacts?email=ada@customer.example")).json[0].id;
  const gone = (await desk.freshdesk("GET", "/contacts?email=gone@customer.example")).json[0].id;
  await desk.control("POST", `/contacts/${gone}/act`, { deleted: true });
  const groups = (await desk.freshdesk("GET", "/groups")).json;
  const group = (name: string) => groups.find((candidate: { name: string }) => candidate.name === name).id;
  const bot = (await desk.freshdesk("GET", "/agents/me")).json.id;
  const category = (await desk.freshdesk("GET", "/solutions/categories")).json[0].id;
  const folders = (await desk.freshdesk("GET", `/solutions/categories/${category}/folders`)).json;
  const team = (await desk.freshdesk("GET", "/solutions/categories")).json[1].id;
  const article = (await desk.freshdesk("GET", `/solutions/folders/${folders[0].id}/articles`)).json[0].id;
  own = {
    9: 783,
    10: waiting,
    11: long,
    // A ticket where it stands in a path, a group where it stands in a body.
    "/12": fresh,
    15: spam,
    16: 50,
    ":12": group("Billing"),
    301: category,
    311: folders[0].id,
    313: (await desk.freshdesk("GET", `/solutions/categories/${team}/folders`)).json[0].id,
    401: article,
    80000374752: group("Technical Support"),
    80014400819: contact,
    80014400999: gone,
    80001190512: bot,
  };
});
afterAll(() => desk.close());

function translated(text: string): string {
  return text.replace(/(?<=([/:]))\d+(?![\d-])/g, (id, before: string) => String(own[before + id] ?? own[id] ?? id));
}

describe("Freshdesk wire fixtures", () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))("%s", async (name, { request, response }) => {
    if (response.status === 429) await desk.control("POST", "/faults", { kind: "429", next: 1 });
    const query = new URLSearchParams(request.query ?? {}).toString();
    const path = `/freshdesk${translated(request.path)}${query && `?${translated(decodeURIComponent(query)).replace(/"/g, "%22")}`}`;
    const body = request.body == null ? undefined : translated(JSON.stringify(request.body));
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([, value]) => value !== null));
    const answer = await desk.call(request.method, path, body, headers as Record<string, string>);

    expect(answer.status, `${name}: ${answer.text}`).toBe(response.status);
    expect([...answer.headers.keys()]).toEqual(expect.arrayContaining(Object.keys(response.headers)));
    if (response.bodyText !== undefined) expect(answer.text).toBe(response.bodyText);
    else if (response.body !== undefined) expect(shapeProblems(response.body, answer.json)).toEqual([]);
  });
});
