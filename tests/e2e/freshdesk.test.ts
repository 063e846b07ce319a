import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freshdeskConnection, freshdeskWebhook, triageAlone, webhookSecret } from "../stage/connection-config.ts";
import { createOtaiApi, type OtaiApi } from "../stage/otai-api.ts";
import { type OtaiServer, startOtai } from "../stage/otai-server.ts";
import { createSandboxControl, type SandboxControl } from "../stage/sandbox-control.ts";
import { reasonsOf, writtenShare } from "../stage/written-precision.ts";

/** Enough solved tickets to prove 95 % for a share of them, few enough to learn in seconds. */
const history = 3000;

let folder: string;
let sandbox: Sandbox;
let desk: SandboxControl;
let otai: OtaiServer | null = null;
let api: OtaiApi;
/** How far the desk's clock is ahead, in ms: a quarter of a minute must not be waited for. */
let ahead = 0;

type Mode = "shadow" | "automate";

/** Starts OTAI over the same data folder; only the first start learns. */
async function start(mode: Mode, settings: Record<string, unknown> = {}): Promise<void> {
  otai = await startOtai({
    folder,
    config: {
      ticket_systems: { desk: freshdeskConnection({ sandboxUrl: sandbox.url, triage_note: true, ...settings }) },
      fields: { queue: { mode, precision: 0.97 }, priority: { mode, precision: 0.9 }, ...triageAlone },
    },
  });
  api = createOtaiApi(otai.url);
  await desk.webhooks([freshdeskWebhook(otai.url)]);
}

async function stop(): Promise<void> {
  const stopping = otai;
  otai = null;
  expect(await stopping?.stop()).toBe(0);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otai-e2e-freshdesk-"));
  sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: history,
    dialects: ["freshdesk"],
    ratePlan: "unlimited",
    timeScale: 0.01,
    now: () => Date.now() + ahead,
  });
  desk = createSandboxControl(sandbox.url);
});

afterAll(async () => {
  await otai?.stop();
  await sandbox?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("shadow mode", () => {
  beforeAll(() => start("shadow"));
  afterAll(stop);

  it("U10 F01: 200 tickets arrive, everything is decided and stored, and nothing at all is written", async () => {
    await desk.forgetRequests();
    const ids = await desk.arrive(200);
    const decisions = await api.settled(ids);
    expect(await desk.requests("write")).toEqual([]);
    expect(new Set(decisions.map((one) => one.decision))).toEqual(new Set(["shadow"]));
    expect(decisions.filter((one) => one.would_be === null)).toEqual([]);
    expect(decisions.filter((one) => one.written)).toEqual([]);
    const queue = decisions.filter((one) => one.field === "queue");
    expect(queue.map((one) => one.ticket_id).sort()).toEqual(ids.map(String).sort());
    expect(queue.filter((one) => one.would_be === "automate").length, "tickets it was sure about").toBeGreaterThan(5);
    for (const ticket of await desk.newest(200)) {
      expect({ id: ticket.id, queue: ticket.queue, tags: ticket.tags }).toEqual({
        id: ticket.id,
        queue: null,
        tags: [],
      });
    }
  });
});

describe("automate mode", () => {
  beforeAll(async () => {
    await start("automate");
  });
  afterAll(async () => {
    if (otai !== null) await stop();
  });
  afterEach(() => desk.endFaults());

  it("F02: written queues match the truth in at least 95 of 100 tickets, and the helpdesk's own API shows them", async () => {
    const ids = await desk.arrive(200);
    const decisions = await api.settled(ids);
    const tickets = await desk.newest(200);
    const share = writtenShare("queue", tickets, decisions);
    expect(share.automated, reasonsOf("queue", decisions)).toBeGreaterThan(10);
    expect(share.precision, `wrong: ${share.wrong.join(", ")}`).toBeGreaterThanOrEqual(0.95);

    const written = decisions.filter((one) => one.field === "queue" && one.written);
    expect(written.length).toBeGreaterThan(0);
    for (const { ticket_id: id, value } of written.slice(0, 10)) {
      const mine = decisions.filter((one) => one.ticket_id === id);
      const seen = await readByVendorApi(id);
      expect(seen.group).toBe(value);
      const priority = mine.find((one) => one.field === "priority")!;
      if (priority.written) expect(seen.priority).toBe(priority.value);
      expect(seen.tags).toEqual(expect.arrayContaining([expect.stringMatching(/^ai-category:/)]));
    }
  });

  it("R03: a ticket that is heard of by two webhooks and by a poll is triaged once, with one write and one note", async () => {
    await desk.forgetRequests();
    await desk.fault({ kind: "webhook-double", rate: 1 });
    const ids = await desk.arrive(20);
    await api.settled(ids);
    const before = (await desk.requests("read")).length;
    await stop();
    // The first thing after a start is a look at everything that changed meanwhile.
    await start("automate");
    await until(async () =>
      (await desk.requests("read")).slice(before).some(({ path }) => path.endsWith("/v2/tickets")),
    );
    await sleep(1_000);
    await api.settled(ids);
    for (const id of ids) expect(await runsOf(id), `runs of ${id}`).toBe(1);
    await expectSingleWrites(ids);
  });

  it("D23 U20: own writes that come back as events cause no further write", async () => {
    const echo = {
      dialect: "freshdesk",
      url: `${otai!.url}/freshdesk/customer-replied`,
      secret: webhookSecret,
      events: ["ticket-updated"],
    };
    await desk.webhooks([freshdeskWebhook(otai!.url), echo]);
    await desk.forgetRequests();
    const before = (await api.stats()).events.done;
    const ids = await desk.arrive(20);
    await api.settled(ids);
    // Echoes are on their way when the first run ends.
    await sleep(1_000);
    await api.settled(ids);
    const after = (await api.stats()).events.done;
    expect(after - before, "events, of which some are echoes").toBeGreaterThan(ids.length);
    await expectSingleWrites(ids);
    await desk.webhooks([freshdeskWebhook(otai!.url)]);
  });

  it("D11 U03: what a human changed while OTAI was stopped stays", async () => {
    const ids = await desk.arrive(30);
    const decisions = await api.settled(ids);
    const written = decisions.filter((one) => one.field === "queue" && one.written).map((one) => Number(one.ticket_id));
    const [moved] = written;
    expect(moved).toBeDefined();
    await stop();
    const queue = (await desk.ticket(moved!)).queue === "Sales" ? "Billing" : "Sales";
    await desk.act(moved!, { queue, priority: "urgent" });
    // A ticket that OTAI has never seen, sorted by a human meanwhile.
    const unseen = await desk.write({
      subject: "Invoice shows the wrong amount",
      body: "My last invoice was charged twice, please refund the second payment.",
      requester: "kim@customer.example",
    });
    ahead += 15_000;
    await desk.act(unseen, { queue, priority: "urgent" });
    await start("automate");
    await desk.reply(moved!, "Any news? The invoice is still wrong and I was charged twice.");
    await api.settled([unseen]);
    const outcomeOf = async (id: number) => (await api.decisionsOf(id)).find((one) => one.field === "queue")?.outcome;
    await until(async () => (await outcomeOf(moved!)) === "changed");
    await api.settled([unseen]);
    for (const id of [moved!, unseen]) {
      const ticket = await desk.ticket(id);
      expect({ id, queue: ticket.queue, priority: ticket.priority }).toEqual({ id, queue, priority: "urgent" });
    }
  });

  it("R07: with 1 % each of 5xx, 429, lost and slow answers, every arrival ends up worked off once", async () => {
    await desk.forgetRequests();
    for (const kind of ["5xx", "429", "reset", "timeout", "slow"]) await desk.fault({ kind, rate: 0.01 });
    const ids = await desk.arrive(40);
    await api.settled(ids);
    await desk.endFaults();
    const calls = [...(await desk.requests("read")), ...(await desk.requests("write"))];
    expect(calls.filter(({ fault }) => fault !== null).length, "calls that a fault struck").toBeGreaterThan(0);
    for (const id of ids) expect(await runsOf(id), `runs of ${id}`).toBe(1);
    expect((await api.stats()).events.dead).toBe(0);
    await expectSingleEffects(ids);
  });
});

async function runsOf(id: number): Promise<number> {
  return new Set((await api.decisionsOf(id)).map((one) => one.run_id)).size;
}

/** The test's own time limit ends a wait in vain. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(100);
}

/** What an agent's browser shows: group by name, priority in words, tags. */
async function readByVendorApi(id: string) {
  const headers = { authorization: `Basic ${Buffer.from("sandbox:X").toString("base64")}` };
  const get = async (path: string) => {
    const response = await fetch(`${sandbox.url}/freshdesk/api/v2${path}`, { headers });
    expect(response.status).toBe(200);
    return response.json();
  };
  const ticket = (await get(`/tickets/${id}`)) as { group_id: number | null; priority: number; tags: string[] };
  const groups = (await get("/groups")) as { id: number; name: string }[];
  return {
    group: groups.find((group) => group.id === ticket.group_id)?.name ?? null,
    priority: ["low", "normal", "high", "urgent"][ticket.priority - 1],
    tags: ticket.tags,
  };
}

/** Calls that were answered: at most one that changes fields, one that tags an angry customer's ticket, and one note of each kind. */
async function expectSingleWrites(ids: readonly number[]): Promise<void> {
  const writes = await desk.requests("write");
  for (const id of ids) {
    const mine = writes.filter((request) => request.path.split("/")[5] === String(id));
    const says = (text: string) => (request: (typeof mine)[number]) => JSON.stringify(request.body).includes(text);
    const changes = mine.filter(({ method }) => method === "PUT");
    const tagged = changes.filter(says("escalation-risk:high"));
    expect(tagged.length, `risk tags of ${id}`).toBeLessThanOrEqual(1);
    expect(changes.length - tagged.length, `field writes of ${id}`).toBeLessThanOrEqual(1);
    for (const kind of ["triage", "draft"]) {
      expect(mine.filter(says(`ai-note ${kind} `)).length, `${kind} notes of ${id}`).toBeLessThanOrEqual(1);
    }
  }
  await expectSingleEffects(ids);
}

/** What the desk holds: no field changed twice by us, no note twice. */
async function expectSingleEffects(ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    const { history: entries, messages } = await desk.ticket(id);
    // Tags are written by triage and, of an angry customer's ticket, by sentiment; notes are counted below.
    const changed = entries
      .filter(({ actor, field }) => actor === "bot" && field !== "tags" && field !== "note")
      .map(({ field }) => field);
    expect(changed, `changes of ${id}`).toEqual([...new Set(changed)]);
    for (const kind of ["triage", "draft"]) {
      const notes = messages.filter(({ body }) => body.includes(`ai-note ${kind} `));
      expect(notes.length, `${kind} notes of ${id}`).toBeLessThanOrEqual(1);
    }
  }
}
