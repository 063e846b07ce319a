import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGeneratedWorld } from "@otai/sandbox/corpus/generated-world";
import { createSandbox, dialectNames } from "@otai/sandbox/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freshdeskConnection,
  freshdeskWebhook,
  otoboConnection,
  triageAlone,
  zammadConnection,
  zammadWebhook,
  zendeskConnection,
  zendeskWebhook,
} from "../stage/connection-config.ts";
import { type ApiDecision, createOtaiApi } from "../stage/otai-api.ts";
import { dataFolder, startOtai } from "../stage/otai-server.ts";
import { createSandboxControl, type DeskRequest, type DeskTicket } from "../stage/sandbox-control.ts";
import { letServe, type TextModel, trainOnText } from "../stage/text-model.ts";

const arrivals = 200;
/** Of the model that all share. */
const history = 3000;
/** Of each desk: enough to learn from, to see that reading and training work through its API. */
const ownHistory = 400;
/** Letters speak of dates; they are to be the same whenever this runs. */
const world = createGeneratedWorld(() => Date.UTC(2026, 10, 1, 9));

const dialects = {
  freshdesk: { connection: freshdeskConnection, webhook: freshdeskWebhook },
  zendesk: { connection: zendeskConnection, webhook: zendeskWebhook },
  zammad: { connection: zammadConnection, webhook: zammadWebhook },
  otobo: { connection: otoboConnection("otobo"), webhook: null },
  znuny: { connection: otoboConnection("znuny"), webhook: null },
  otrs: { connection: otoboConnection("otrs"), webhook: null },
};
type DialectName = keyof typeof dialects;
const names = Object.keys(dialects) as DialectName[];

interface Routed {
  /** Solved tickets that its own first model was learned from. */
  readonly ownExamples: number;
  /** Oldest first; every desk has the same tickets under the same ids. */
  readonly ids: readonly number[];
  readonly decisions: readonly ApiDecision[];
  readonly tickets: readonly DeskTicket[];
  readonly writes: readonly DeskRequest[];
  readonly dead: number;
}

let parent: string;
let model: TextModel;
const routed = new Map<DialectName, Routed>();

/** A desk of its own, a first start that learns from it, a second one with the model that all share, and the arrivals. */
async function route(name: DialectName): Promise<Routed> {
  const { connection, webhook } = dialects[name];
  const folder = join(parent, name);
  const sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: ownHistory,
    dialects: [name],
    ratePlan: "unlimited",
    timeScale: 0.01,
    world,
  });
  const desk = createSandboxControl(sandbox.url);
  const config = {
    ticket_systems: { desk: connection({ sandboxUrl: sandbox.url, triage_note: true }) },
    fields: {
      queue: { mode: "automate", precision: 0.97 },
      priority: { mode: "automate", precision: 0.9 },
      ...triageAlone,
    },
  };
  let otai = await startOtai({ folder, config });
  try {
    const [own] = await createOtaiApi(otai.url).all<{ examples: number }>("models");
    expect(await otai.stop()).toBe(0);
    await letServe(model, dataFolder(folder), "desk");
    otai = await startOtai({ folder, config });
    const api = createOtaiApi(otai.url);
    if (webhook !== null) await desk.webhooks([webhook(otai.url)]);
    await desk.forgetRequests();
    const ids = await desk.arrive(arrivals);
    const decisions = await api.settled(ids);
    const tickets = await Promise.all(ids.map(desk.ticket));
    const { dead } = (await api.stats()).events;
    return {
      ownExamples: own?.examples ?? 0,
      ids,
      decisions,
      tickets,
      writes: await desk.requests("write"),
      dead,
    };
  } finally {
    await otai.stop();
    await sandbox.close();
  }
}

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "otai-e2e-dialects-"));
  const training = join(parent, "training");
  mkdirSync(training);
  model = await trainOnText(world.history(1, history, Date.UTC(2026, 10, 1, 9)), training);
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

it("no dialect of the sandbox is left out", () => {
  expect([...names].sort()).toEqual([...dialectNames()].sort());
});

describe.each(names)("otai start with a config for %s", (name) => {
  let result: Routed;
  beforeAll(async () => {
    result = await route(name);
    routed.set(name, result);
  });

  it("reads the solved history through its API and learns from it", () => {
    // All but the test tickets, from which no model learns.
    expect(result.ownExamples).toBeGreaterThan(ownHistory * 0.85);
  });

  it("decides about every arrival once, with the model that serves", () => {
    expect(result.dead).toBe(0);
    expect(new Set(result.decisions.map((one) => one.model_version))).toEqual(new Set([model.record.version]));
    for (const field of ["queue", "priority"]) {
      const decided = result.decisions.filter((one) => one.field === field).map((one) => Number(one.ticket_id));
      expect(decided.sort((a, b) => a - b)).toEqual(result.ids);
    }
  });

  it("the desk holds what was decided, and nothing else was moved", () => {
    const written = new Map(
      result.decisions.flatMap((one) =>
        one.field === "queue" && one.written ? [[Number(one.ticket_id), one.value]] : [],
      ),
    );
    expect(written.size).toBeGreaterThan(arrivals / 4);
    expect(result.tickets.map(({ id, queue }) => [id, queue])).toEqual(
      result.ids.map((id) => [id, written.get(id) ?? null]),
    );
  });

  it("no field is written twice, no note twice, and no note is public", () => {
    for (const { id, history: entries, tags, messages } of result.tickets) {
      // Zammad takes tags one by one.
      const changed = entries
        .filter(({ actor, field }) => actor === "bot" && field !== "note" && field !== "tags")
        .map(({ field }) => field);
      expect(changed, `changes of ${id}`).toEqual([...new Set(changed)]);
      expect(tags, `tags of ${id}`).toEqual([...new Set(tags)]);
      const ours = messages.filter(({ actor }) => actor !== "customer");
      const kinds = ours.map(({ body }) => /ai-note (\S+)/.exec(body)?.[1]);
      expect(kinds, `notes of ${id}`).toEqual([...new Set(kinds)]);
      expect(kinds, `a note without its mark at ${id}`).not.toContain(undefined);
      expect(ours.filter((message) => message.public)).toEqual([]);
    }
    expect(result.tickets.flatMap(({ messages }) => messages).length).toBeGreaterThan(arrivals / 2);
    expect(result.writes.filter(({ status }) => status >= 400)).toEqual([]);
  });
});

/** By ticket. Which tickets are held out of automation is drawn for each connection anew, so those are left out. */
function decisionsOn(field: string, name: DialectName): Map<string, string> {
  const mine = routed.get(name)!.decisions.filter((one) => one.field === field && !one.reason.startsWith("held out"));
  return new Map(mine.map((one) => [one.ticket_id, `${one.value} ${one.decision}`]));
}

describe("the same tickets on all of them", () => {
  it.each(["queue", "priority"])("%s: the same value and the same decision, at most 1 % apart", (field) => {
    for (const [at, left] of names.entries()) {
      const expected = decisionsOn(field, left);
      for (const right of names.slice(at + 1)) {
        const both = [...decisionsOn(field, right)].filter(([id]) => expected.has(id));
        expect(both.length, `${left} and ${right}`).toBeGreaterThan(arrivals * 0.9);
        const apart = both.filter(([id, decision]) => decision !== expected.get(id));
        expect(apart.length, `${left} and ${right}: ${apart.join("; ")}`).toBeLessThanOrEqual(arrivals / 100);
      }
    }
  });
});
