import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeskRequest, DeskTicket } from "../stage/sandbox-control.ts";
import { type DeskName, deskNames } from "./desks.ts";
import { liveThrough } from "./life.ts";
import { eventually, notesOf, openWorld, type World } from "./world.ts";

type Json = Readonly<Record<string, unknown>>;

/** The last thing that was written about the customer's mood, where the desk has a place for it. */
function moodOn(name: DeskName, ticket: DeskTicket, writes: readonly DeskRequest[]): unknown {
  const last = (path: RegExp) => writes.findLast((write) => path.test(write.path))?.body as Json | undefined;
  if (name === "freshdesk") return last(/\/contacts\//)?.custom_fields;
  if (name === "zendesk") return (last(/\/users\//)?.user as Json | undefined)?.user_fields;
  if (name === "zammad") return last(/\/users\//);
  const { ai_sentiment, ai_escalation_risk } = ticket.custom_fields;
  return { ai_sentiment, ai_escalation_risk };
}

const moods: Readonly<Record<DeskName, Json>> = {
  freshdesk: { cf_sentiment_score: "negative", cf_escalation_risk: "0.75" },
  zendesk: { sentiment_score: "negative", escalation_risk: "0.75" },
  zammad: { sentiment_score: "negative", escalation_risk: "0.75" },
  otobo: { ai_sentiment: "negative", ai_escalation_risk: "0.75" },
  znuny: { ai_sentiment: "negative", ai_escalation_risk: "0.75" },
  otrs: { ai_sentiment: "negative", ai_escalation_risk: "0.75" },
};

/** All that may ever be written: fields, tags and private notes of a ticket, and fields of its customer. */
const writable: Readonly<Record<DeskName, RegExp>> = {
  freshdesk: /^PUT \/freshdesk\/api\/v2\/(tickets|contacts)\/\d+$|^POST \/freshdesk\/api\/v2\/tickets\/\d+\/notes$/,
  zendesk:
    /^PUT \/zendesk\/api\/v2\/(tickets|users)\/\d+\.json$|^(PUT|DELETE) \/zendesk\/api\/v2\/tickets\/\d+\/tags\.json$/,
  zammad:
    /^PUT \/zammad\/api\/v1\/(tickets|users)\/\d+$|^POST \/zammad\/api\/v1\/(ticket_articles|tags\/add)$|^DELETE \/zammad\/api\/v1\/tags\/remove$/,
  otobo: /^PATCH \/otobo\/\S+\/Ticket\/\d+$/,
  znuny: /^PATCH \/znuny\/\S+\/Ticket\/\d+$/,
  otrs: /^PATCH \/otrs\/\S+\/Ticket\/\d+$/,
};

describe.each(deskNames)("a ticket's whole life on %s, by its webhooks", (name) => {
  let world: World;
  let id: number;
  let ticket: DeskTicket;
  let writes: readonly DeskRequest[];
  beforeAll(async () => {
    world = await openWorld({ desk: name, mode: "automate" });
    id = await liveThrough(world);
    ticket = await world.desk.ticket(id);
    writes = await world.desk.requests("write");
  });
  afterAll(() => world?.close());

  it("created: queue, priority, AI fields and AI tags hold what triage said", () => {
    expect(ticket).toMatchObject({ queue: "Billing", priority: "high" });
    expect(ticket.tags).toEqual(expect.arrayContaining(["ai-category:billing", "ai-urgency:high"]));
    expect(ticket.custom_fields).toMatchObject({
      ai_category: "billing",
      ai_urgency: "high",
      ai_confidence: "0.93",
    });
  });

  it("created: one draft for the agent, with its source", () => {
    const drafts = notesOf(ticket, "draft");
    expect(drafts).toHaveLength(1);
    expect(drafts[0]!.body).toContain("a reservation by your bank");
    expect(drafts[0]!.body).toContain("[1] I was charged twice");
  });

  it("customer-replied: the mood stands where the desk has a place for it, and the tag says that it may escalate", () => {
    expect(moodOn(name, ticket, writes)).toEqual(moods[name]);
    expect(ticket.tags).toContain("escalation-risk:high");
  });

  it("resolved: one score, and it says how much", () => {
    const scores = notesOf(ticket, "qa");
    expect(scores).toHaveLength(1);
    expect(scores[0]!.body).toMatch(/QA Score: \d+%/);
  });

  it("D28: of all that was sent nothing is public, nothing is a reply and nothing is a mail", () => {
    const ours = ticket.messages.filter(({ actor }) => actor === "bot");
    expect(ours).toHaveLength(2);
    for (const message of ours) expect(message).toMatchObject({ public: false });
    expect(ours.filter(({ mailed_to }) => mailed_to !== undefined)).toEqual([]);
    const foreign = writes.filter(({ method, path }) => !writable[name].test(`${method} ${path}`));
    expect(foreign.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(writes.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
  });

  it("D23: our own writes come back as events and cause no further one", async () => {
    for (const kind of ["ticket-updated", "customer-replied", "ticket-resolved"] as const) await world.look(id, kind);
    expect((await world.desk.requests("write")).length).toBe(writes.length);
    expect(await world.counts()).toMatchObject({ open: 0, dead: 0 });
  });

  it("D04: the alert is resolved, the tag of the risk goes, every other tag stays", async () => {
    const before = await world.desk.act(id, { tags: [...ticket.tags, "vip"], note: "A good customer." });
    const [alert] = await world.call<{ id: string; ticket_id: string }[]>("GET", "/alerts");
    expect(alert).toMatchObject({ ticket_id: String(id), status: "open" });
    await world.call("POST", `/alerts/${alert!.id}/resolve`);
    const after = await eventually(async () => {
      const found = await world.desk.ticket(id);
      expect(found.tags).not.toContain("escalation-risk:high");
      return found;
    });
    expect([...after.tags].sort()).toEqual(before.tags.filter((tag) => tag !== "escalation-risk:high").sort());
    await world.calm();
    expect(await world.call("GET", "/alerts")).toEqual([]);
  });
});
