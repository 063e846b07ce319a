import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { startTestSandbox, type TestSandbox } from "../../test-sandbox.ts";
import { shapeProblems } from "../wire-shape.ts";

interface Fixture {
  name: string;
  direction?: "webhook";
  request: {
    method: string;
    path: string;
    query?: Record<string, string>;
    headers?: Record<string, string>;
    body?: unknown;
    bodyText?: string;
  };
  response: { status: number; headers?: Record<string, string>; body?: unknown; bodyText?: string };
}

/** Exchanges about what this desk does not have. */
const NOT_SIMULATED: Record<string, string> = {
  "database-down": "one of the three faces of a 5xx fault, which is tested beside the dialect",
  "note-forbidden": "the bot may write notes everywhere",
  "search-changed-since-other-order": "the same call again: the order of equal stamps is tested beside the search",
  "ticket-get-attachments": "messages of the desk have no attachments",
  "ticket-get-no-articles": "every ticket of the desk has its first message",
  "ticket-get-otrs-5-article-type": "the desk speaks as version 6 and later",
  "znuny-ticket-get-no-content-type": "a stock ticket of a new installation, with nobody who asks",
  "znuny-ticket-get-note-quoted": "the desk sends no auto responses",
  "update-queue-source-forbidden": "the bot may move tickets out of every queue",
  "update-ticket-data-included": "no operation of the desk is set up with IncludeTicketData",
};
const MAX_LENGTH = 2_000_000;

const folder = new URL("../../../../../fixtures/wire/otobo/", import.meta.url);
const exchanges = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture)
  .filter((fixture) => fixture.direction !== "webhook");
const simulated = exchanges.filter((fixture) => !(fixture.name in NOT_SIMULATED));

describe("OTOBO wire fixtures", () => {
  it("every exchange is answered here or named as not simulated", () => {
    expect(simulated.length).toBeGreaterThan(45);
    const known = exchanges.map((fixture) => fixture.name);
    expect(Object.keys(NOT_SIMULATED).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(simulated.map((fixture) => [fixture.name, fixture] as const))("%s", async (name, { request, response }) => {
    const stage = await setStage(name);
    const own = (text: string) => ownWords(text, stage, name);
    const path = own(request.path).replace("/otobo/", `/${stage.flavour}/`);
    const query = new URLSearchParams(JSON.parse(own(JSON.stringify(request.query ?? {})))).toString();
    const body = request.bodyText ?? (request.body ? own(JSON.stringify(request.body)) : undefined);
    const answer = await stage.desk.call(request.method, path + (query && `?${query}`), body, request.headers);
    expect(answer.status, answer.text).toBe(response.status);
    const type = response.headers?.["content-type"];
    if (type !== undefined) expect(answer.headers.get("content-type")).toContain(type);
    if (response.bodyText !== undefined) expect(sameText(answer.text)).toEqual(sameText(own(response.bodyText)));
    else if (isWhole(response.body)) expect(answer.json).toEqual(response.body);
    else expect(shapeProblems(comparable(response.body), answer.json)).toEqual([]);
  });
});

interface Stage {
  desk: TestSandbox;
  flavour: "otobo" | "otrs" | "znuny";
  session: string;
  /** Numbers of tickets by the fixtures' numbers. */
  numbers: Record<string, string>;
}

/** A desk with enough tickets for the fixtures' ids, which are the same here. */
async function setStage(name: string): Promise<Stage> {
  const desk = await startTestSandbox({
    dialects: ["otobo", "otrs", "znuny"],
    tickets: 60,
    now: () => Date.UTC(2026, 10, 20, 9, 21),
  });
  onTestFinished(() => desk.close());
  // Scalar hits and string ids are those of an older system.
  const flavour = /otrs|scalar/.test(name) ? "otrs" : name.startsWith("znuny-") ? "znuny" : "otobo";
  const service = `/${flavour}/nph-genericinterface.pl/Webservice/OTAI`;
  const login = await desk.call("POST", `${service}/Session`, { UserLogin: "otai", Password: "sandbox" });
  const session = login.json.SessionID as string;
  const call = (path: string, body: object) => desk.call("POST", service + path, { SessionID: session, ...body });
  const numberOf = async (id: number) => (await call("/Ticket/Get", { TicketID: id })).json.Ticket[0].TicketNumber;
  await call("/Ticket/3/Update", {
    DynamicField: { Name: "AICategory", Value: "billing" },
    Article: { Subject: "Note", Body: "Note", ContentType: "text/plain", IsVisibleForCustomer: 0 },
  });
  return {
    desk,
    flavour,
    session: name.startsWith("session-expired") ? "expired" : session,
    numbers: {
      "2026112010000017": await numberOf(2),
      "2026112010000124": await numberOf(13),
      "2026112010000026": await numberOf(3),
      "2018082901000049": await numberOf(52),
    },
  };
}

/** Credentials, names and ids of this desk in the place of those of the fixtures. */
function ownWords(text: string, { session, numbers }: Stage, name: string): string {
  const words: Record<string, string> = {
    a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6: session,
    "triage.bot": "otai",
    "sandbox-password": "sandbox",
    "/Ticket/99": "/Ticket/9900",
    "2,3,99": "2,3,9900",
    '"Management"': '"Postmaster"',
    '"Support"': '"Sales"',
    "*pass*": "*pay*",
    // The fields of the measured installation are those of the triage here.
    '"Name":"Tags"': '"Name":"AITags"',
    '"Name":"TriageLabel"': '"Name":"AICategory"',
    '"Name":"Kategorie"': '"Name":"AICategory"',
    '"Name":"TriageReason"': '"Name":"AIConfidence"',
    '"Name":"TriageReviewed"': '"Name":"AISentiment"',
    '"Name":"TriageDue"': '"Name":"AIEscalationRisk"',
    ...numbers,
    ...(name === "update-field-unknown" ? { '"AICategory"': '"Mood"' } : {}),
    // The small limit is that of the other service.
    ...(name === "update-too-large"
      ? { "GenericTicketConnectorREST/Ticket/3": "OTAI/Ticket/3/Update", "…": "…".repeat(MAX_LENGTH / 3) }
      : {}),
  };
  return Object.entries(words).reduce((changed, [theirs, own]) => changed.replaceAll(theirs, own), text);
}

/** JSON under the name of plain text has its keys in any order. */
function sameText(text: string): unknown {
  return text.startsWith("{") ? JSON.parse(text) : text;
}

/** Errors, and nothing found, are the same to the letter. */
function isWhole(body: unknown): boolean {
  return JSON.stringify(body) === "{}" || Object.hasOwn(Object(body), "Error");
}

/** Without what is the installation's affair: which dynamic fields there are, and attachments. */
function comparable(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value) => {
    if (key === "DynamicField") return [];
    return key === "Attachment" ? undefined : value;
  });
}
