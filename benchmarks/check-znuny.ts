import { isDeepStrictEqual } from "node:util";
import plugin from "otai-otobo-znuny";

/**
 * `ZNUNY_URL=… ZNUNY_USER=… ZNUNY_PASSWORD=… npm run check:znuny`: the adapter's round trip against a real OTOBO, Znuny or OTRS
 * with its stock web service, on a ticket that it makes itself and closes at the end. One line per step; it ends with 1 at the
 * first thing that is not as it should be. Never point it at an installation that people work with.
 */
const {
  ZNUNY_URL: base_url,
  ZNUNY_USER: username,
  ZNUNY_PASSWORD: password,
  ZNUNY_WEBSERVICE: webservice = "GenericTicketConnectorREST",
  ZNUNY_QUEUE: from = "Raw",
  ZNUNY_MOVE_TO: to = "Misc",
  ZNUNY_CUSTOMER: customer = "anna.schmidt@kunde.example",
} = process.env;
if (!base_url || !username || !password) {
  process.stderr.write("Give ZNUNY_URL (https://desk.example/znuny), ZNUNY_USER and ZNUNY_PASSWORD of an agent.\n");
  process.exit(2);
}

const { params: schema, create } = plugin.ticketSystems.ZnunyTicketsystemService!;
const desk = create(
  schema.parse({ base_url, username, password, webservice, queues: [from, to], allow_insecure: true }),
  {
    connection: "check",
    budget: { reserve: async () => {}, record: async () => {}, block: async () => {} },
    clock: { now: Date.now },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    signal: new AbortController().signal,
  },
);

async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    process.stdout.write(`ok      ${name}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`wrong   ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function same(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
}

async function isRefusedAs(code: string, work: Promise<unknown>): Promise<void> {
  const refusal: unknown = await work.then(() => "none").catch((error: unknown) => error);
  same("the refusal", (refusal as { code?: string }).code ?? String(refusal), code);
}

/** The stock operation that the adapter has no use for. */
async function post(path: string, body: object): Promise<Record<string, string>> {
  const url = `${base_url!.replace(/\/+$/, "")}/nph-genericinterface.pl/Webservice/${webservice}${path}`;
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!text.startsWith("{") || text.includes('"Error"')) throw new Error(`POST ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as Record<string, string>;
}

const begun = Date.now();
const mark = `ai-note check ${begun.toString(36)}`;
const words = "Müller & Söhne, <b>kein HTML</b>, שלום, 10 €";
const note = { html: `<p>${mark}</p>`, text: `Only agents may read this.\n\n${mark}`, marker: mark };
const tag = "ai-urgency:high";
const thread = (ticketId: string) => desk.read.getConversation!(ticketId);
await step("the agent logs in", () => desk.read.identify());

const id = await step(`a ticket is made in ${from}`, async () => {
  const { SessionID } = await post("/Session", { UserLogin: username, Password: password });
  const Ticket = { Title: mark, Queue: from, Priority: "3 normal", State: "new", CustomerUser: customer };
  const Article = {
    CommunicationChannel: "Email",
    SenderType: "customer",
    Subject: mark,
    Body: words,
    ContentType: "text/plain; charset=utf-8",
  };
  return String((await post("/Ticket", { SessionID, Ticket, Article })).TicketID);
});

const first = await step("it is read as it was written", async () => {
  const ticket = await desk.read.getTicket(id);
  same("its text", ticket.body, words);
  same("its place", [ticket.queue?.name, ticket.priority, ticket.status], [from, "normal", "new"]);
  if (Math.abs(ticket.createdAt - begun) > 300_000)
    throw new Error("it seems to be made minutes ago or ahead: clocks?");
  return ticket;
});

await step("the change feed brings it", async () => {
  let cursor = desk.changes!.cursorFrom(begun - 60_000);
  for (;;) {
    const page = await desk.changes!.listChanges(cursor);
    if (page.changes.some(({ ticketId }) => ticketId === id)) return;
    if (page.caughtUp) throw new Error("it is missing");
    cursor = page.cursor;
  }
});

const moved = await step(`queue ${to}, priority and note are written in one call`, async () => {
  const queue = { id: to, name: to };
  const wanted = { queue, priority: "high" as const, note, expectedVersion: first.version };
  const { ticket, refused } = await desk.write.updateTicket!(id, wanted);
  same("what was refused", refused, []);
  same("its place", [ticket.queue?.name, ticket.priority], [to, "high"]);
  return ticket;
});

await step("the note is for agents alone, and nothing answered it by itself", async () => {
  same(
    "the thread",
    (await thread(id)).map((message) => [message.role, message.private]),
    [
      ["customer", false],
      ["agent", true],
    ],
  );
});

await step("the same note is not written twice", async () => {
  await desk.write.addNote!(id, note);
  same("messages", (await thread(id)).length, 2);
});

await step("an outdated version writes nothing", () =>
  isRefusedAs("conflict", desk.write.updateTicket!(id, { priority: "low", expectedVersion: first.version })),
);

if ("AITags" in moved.customFields) {
  await step(`the tag ${tag} is set`, async () => {
    const { refused, ticket } = await desk.write.updateTicket!(id, { addTags: [tag], expectedVersion: moved.version });
    same("what was refused", refused, []);
    same("the tags", ticket.tags, [tag]);
  });
} else process.stdout.write("skipped tags: there is no dynamic field AITags\n");

await step("a ticket that is not there is not found", () => isRefusedAs("not-found", desk.read.getTicket("999999999")));

await step("the ticket is closed", async () => {
  const { version } = await desk.read.getTicket(id);
  const { ticket } = await desk.write.updateTicket!(id, { status: "solved", expectedVersion: version });
  same("its status", ticket.status, "solved");
});
