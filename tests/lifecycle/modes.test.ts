import { afterEach, describe, expect, it } from "vitest";
import { deskNames } from "./desks.ts";
import { goodAnswer, liveThrough, untilRuns } from "./life.ts";
import { publishedTriage } from "./stub-service.ts";
import { notesOf, openWorld, type World, type WorldOptions } from "./world.ts";

let world: World;
const open = async (options: WorldOptions) => {
  world = await openWorld(options);
};
afterEach(() => world.close());

describe("shadow, as it is after the installation", () => {
  it.each(deskNames)(
    "U10 F01: everything is asked and stored over a ticket's whole life, no call writes (%s)",
    async (desk) => {
      await open({ desk, mode: "shadow" });
      const id = await liveThrough(world);
      expect(await world.desk.requests("write")).toEqual([]);
      const runs = await world.runsOf(id);
      expect(runs.map(({ trace }) => trace.step).sort()).toEqual(["draft", "qa", "sentiment", "sentiment", "triage"]);
      expect(new Set(runs.map(({ outcome }) => outcome))).toEqual(new Set(["nothing-to-write"]));
      const { items } = await world.call<{ items: { decision: string; would_be: string }[] }>(
        "GET",
        "/api/v1/decisions",
      );
      expect(items.length).toBeGreaterThan(0);
      expect(new Set(items.map(({ decision }) => decision))).toEqual(new Set(["shadow"]));
    },
  );

  it("D04: a resolved alert takes nothing off either", async () => {
    await open({ mode: "shadow" });
    const id = await liveThrough(world);
    await world.desk.act(id, { tags: ["escalation-risk:high"] });
    const [alert] = await world.call<{ id: string }[]>("GET", "/alerts");
    await world.call("POST", `/alerts/${alert!.id}/resolve`);
    await untilRuns(world, id, "alert-resolved");
    expect(await world.desk.requests("write")).toEqual([]);
  });
});

describe("suggest", () => {
  it("2.2: AI fields, tags and private notes only; queue, priority and type stay as they are", async () => {
    await open({ mode: "suggest" });
    const id = await liveThrough(world);
    const ticket = await world.desk.ticket(id);
    expect(ticket).toMatchObject({ queue: null, type: null, custom_fields: { ai_category: "billing" } });
    expect([...ticket.tags].sort()).toEqual(["ai-category:billing", "ai-urgency:high", "escalation-risk:high"]);
    expect([notesOf(ticket, "draft").length, notesOf(ticket, "qa").length]).toEqual([1, 1]);
    const keys = (await world.desk.requests("write")).flatMap(({ body }) => Object.keys(body as object));
    expect([...new Set(keys)].sort()).toEqual(["body", "custom_fields", "private", "tags"]);
  });
});

describe("what is written can be chosen service by service", () => {
  it.each([
    ["sentiment", { fields: { sentiment: { mode: "shadow" } } }, { risk: false, draft: 1, qa: 1 }],
    ["draft", { fields: { draft: { mode: "shadow" } } }, { risk: true, draft: 0, qa: 1 }],
    ["qa", { fields: { qa: { mode: "shadow" } } }, { risk: true, draft: 1, qa: 0 }],
  ])("%s in shadow, the others as they are", async (_, connection, expected) => {
    await open({ mode: "automate", connection });
    const ticket = await world.desk.ticket(await liveThrough(world));
    expect({
      risk: ticket.tags.includes("escalation-risk:high"),
      draft: notesOf(ticket, "draft").length,
      qa: notesOf(ticket, "qa").length,
    }).toEqual(expected);
    const contacts = (await world.desk.requests("write")).filter(({ path }) => path.includes("/contacts/"));
    expect(contacts.length > 0).toBe(expected.risk);
  });
});

describe("automate, with a triage that knows the published fields alone", () => {
  it("D10: just below the threshold nothing of the field is written, at it the value is", async () => {
    await open({ mode: "automate" });
    world.triage.answerBy(publishedTriage({ confidence: 0.8999 }));
    const below = await world.write();
    await untilRuns(world, below, "draft");
    world.triage.answerBy(publishedTriage({ confidence: 0.9 }));
    const at = await world.write();
    await untilRuns(world, at, "draft");
    expect(await world.desk.ticket(below)).toMatchObject({ queue: null, priority: "low" });
    expect(await world.desk.ticket(at)).toMatchObject({ queue: "Billing", priority: "high" });
  });

  it("D12: an unknown urgency is taken for medium, and the warning says so", async () => {
    await open({ mode: "automate" });
    world.triage.answerBy(publishedTriage({ urgency: "severe" }));
    const id = await world.write();
    await untilRuns(world, id, "draft");
    expect(await world.desk.ticket(id)).toMatchObject({ priority: "normal" });
    const [update] = await world.desk.requests("write");
    expect(update!.body).toMatchObject({ priority: 2, tags: ["ai-category:billing", "ai-urgency:medium"] });
    const warnings = world.log.filter(({ level }) => level === "warn");
    expect(warnings).toEqual([
      { level: "warn", facts: { urgency: "severe" }, message: expect.stringContaining("unknown urgency") },
    ]);
  });

  it("D05: a team without a group in the desk is no null: nothing is written about the queue", async () => {
    await open({ mode: "automate" });
    const known = publishedTriage();
    world.triage.answerBy(async (call) => {
      if (!call.path.endsWith("/route")) return known(call);
      return { body: { team: "billing", agent: null, reason: "no group is mapped", group_id: null } };
    });
    const id = await world.write();
    await untilRuns(world, id, "draft");
    const [update] = await world.desk.requests("write");
    expect(update!.body).not.toHaveProperty("group_id");
    expect(JSON.stringify(await world.desk.requests("write"))).not.toContain("null,");
    expect(await world.desk.ticket(id)).toMatchObject({ queue: null, priority: "high" });
  });

  it("D11: a human who sorts the ticket while triage thinks keeps what he set", async () => {
    await open({ mode: "automate" });
    const known = publishedTriage();
    world.triage.answerBy(async (call) => {
      const id = Number(call.body.ticket_id);
      if (call.path.endsWith("/route")) await world.desk.act(id, { priority: "urgent", queue: "Sales" });
      return known(call);
    });
    const id = await world.write();
    await untilRuns(world, id, "draft");
    expect(await world.desk.ticket(id)).toMatchObject({ queue: "Sales", priority: "urgent" });
  });

  it("D01 D03: a tag that a human sets while triage thinks stays beside ours", async () => {
    await open({ mode: "automate" });
    const known = publishedTriage();
    world.triage.answerBy(async (call) => {
      const id = Number(call.body.ticket_id);
      if (call.path.endsWith("/route")) await world.desk.act(id, { tags: ["vip", "refund"] });
      return known(call);
    });
    const id = await world.write();
    await untilRuns(world, id, "draft");
    expect([...(await world.desk.ticket(id)).tags].sort()).toEqual([
      "ai-category:billing",
      "ai-urgency:high",
      "refund",
      "vip",
    ]);
  });

  it("D20: while triage hangs, every delivery is answered and stored; it is worked off when triage is back", async () => {
    await open({ mode: "automate", webhooks: false });
    const { promise: back, resolve } = Promise.withResolvers<void>();
    const known = publishedTriage();
    world.triage.answerBy(async (call) => {
      await back;
      return known(call);
    });
    const ids: number[] = [];
    for (let count = 0; count < 20; count += 1) ids.push(await world.write());
    const answers = await Promise.all(ids.map((id) => world.deliver("ticket-created", { ticket_id: id })));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 202));
    expect((await world.counts()).open).toBeGreaterThanOrEqual(ids.length);
    resolve();
    for (const id of ids) await untilRuns(world, id, "draft");
    expect(await world.desk.ticket(ids.at(-1)!)).toMatchObject({ queue: "Billing" });
  });
});

it("pipelines of the site's own decide what is asked: reply only for billing, no sentiment at all", async () => {
  await open({
    mode: "automate",
    config: {
      pipelines: [
        { on: "ticket-created", steps: ["triage", "reply"], when: { category: "billing" } },
        { on: "ticket-created", steps: ["triage"] },
        { on: "customer-replied", steps: [] },
      ],
    },
  });
  const other = await world.write({ subject: "It does not start", body: "The device does not start any more." });
  await untilRuns(world, other, "triage");
  const billing = await world.write();
  await untilRuns(world, billing, "draft");
  await world.desk.reply(billing, "And when does it disappear?");
  await world.look(billing);
  await world.desk.act(billing, { reply: goodAnswer, status: "solved" });
  await untilRuns(world, billing, "qa");
  const steps = async (id: number) => (await world.runsOf(id)).map(({ trace }) => trace.step).sort();
  expect(await steps(other)).toEqual(["triage"]);
  expect(await steps(billing)).toEqual(["draft", "qa", "triage"]);
});
