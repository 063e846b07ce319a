import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { untilRuns } from "./life.ts";
import { angry, eventually, openWorld, type World } from "./world.ts";

const friendly = "Thank you so much, everything is perfect now. You were very helpful!";
const quotingAnger = `${friendly}

On Mon, 2 Nov 2026 at 09:00, Support <support@sandbox.example> wrote:
> This is unacceptable, I want to cancel! Nobody answers me. I call my lawyer.`;

interface Asked {
  readonly answer: { readonly label: string; readonly escalation_risk: number } | null;
  readonly skipped: string | null;
}

let world: World;
beforeAll(async () => {
  world = await openWorld({ mode: "automate" });
});
afterAll(() => world.close());

/** What was answered about each message, in their order. */
async function askedAbout(id: number): Promise<readonly Asked[]> {
  return (await world.runs(id, "sentiment")).flatMap(({ trace }) => trace.asked as Asked[]);
}

async function triaged(letter: Parameters<World["write"]>[0] = {}): Promise<number> {
  const id = await world.write(letter);
  await untilRuns(world, id, "draft");
  return id;
}

describe("customer-replied", () => {
  it("D21: two replies are two analyses, also when the second one says the same", async () => {
    const id = await triaged({ requester: "two@customer.example" });
    await world.desk.reply(id, angry);
    await world.desk.reply(id, angry);
    await eventually(async () => expect(await askedAbout(id)).toHaveLength(3));
    await world.look(id, "customer-replied");
    const asked = await askedAbout(id);
    expect(asked.map(({ answer }) => answer?.label)).toEqual(["negative", "negative", "negative"]);
    expect((await world.desk.ticket(id)).tags.filter((tag) => tag.startsWith("escalation-risk"))).toHaveLength(1);
  });

  it("D21 D02: the same delivery five times at once is one analysis, one point and one tag", async () => {
    const id = await triaged({ requester: "five@customer.example" });
    await world.hush();
    await world.desk.reply(id, angry);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.deliver("customer-replied", { ticket_id: id })),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
    await untilRuns(world, id, "sentiment", 2);
    await world.look(id);
    expect(await askedAbout(id)).toHaveLength(2);
    const requester = (await world.app.connected[0]!.system.read.getTicket(String(id))).requester!.id;
    const timeline = await world.call<{ total: number }>("GET", `/customers/${requester}/sentiment`);
    expect(timeline.total).toBe(2);
    await world.listen();
  });

  it.each([
    ["the id alone", (id: number) => ({ ticket_id: id })],
    [
      "a body that quotes and line ends broke (D18)",
      (id: number) => `{"ticket_id": ${id}, "subject": "He said "no"\n"}`,
    ],
  ])("D22: nothing else is needed to find the reply, its author and its text: %s", async (_, body) => {
    const id = await triaged();
    await world.hush();
    await world.desk.reply(id, angry);
    expect((await world.deliver("customer-replied", body(id))).status).toBe(202);
    await untilRuns(world, id, "sentiment", 2);
    expect((await askedAbout(id))[1]).toMatchObject({ answer: { label: "negative" } });
    await world.listen();
  });

  it("D29: our own angry words in the quotation are not the customer's", async () => {
    const id = await triaged({
      requester: "quoting@customer.example",
      body: "Hello, when is the shop open? Kind regards",
    });
    await world.desk.reply(id, quotingAnger);
    await untilRuns(world, id, "sentiment", 2);
    expect((await askedAbout(id))[1]).toMatchObject({ answer: { label: "positive" }, skipped: null });
    expect((await world.desk.ticket(id)).tags).not.toContain("escalation-risk:high");
  });

  it("U21: an out-of-office note gives no point and no write", async () => {
    const id = await triaged({ requester: "away@customer.example" });
    await world.desk.forgetRequests();
    await world.desk.reply(
      id,
      "This is an automated reply: I am out of the office until Monday. This is unacceptable!",
    );
    await untilRuns(world, id, "sentiment", 2);
    expect((await askedAbout(id))[1]).toEqual({ cause: expect.any(String), answer: null, skipped: "auto_generated" });
    expect(await world.desk.requests("write")).toEqual([]);
  });

  it("an agent's answer and a private note are nobody's mood", async () => {
    const id = await triaged();
    await world.desk.act(id, { reply: "This is unacceptable, we cancel it for you!", note: "A terrible customer." });
    await world.look(id, "customer-replied");
    expect(await askedAbout(id)).toHaveLength(1);
  });

  it("R05: a lost webhook costs no analysis: whatever brings us to the ticket finds the reply", async () => {
    const id = await triaged();
    await world.hush();
    await world.desk.reply(id, angry);
    await world.look(id, "ticket-updated");
    expect(await askedAbout(id)).toHaveLength(2);
    await world.listen();
  });
});

describe("D30: the requester cannot be written to", () => {
  afterEach(() => world.listen());

  it.each(["deleted", "blocked"] as const)(
    "%s: the mood is kept, the refusal stands with the run, nothing is repeated",
    async (state) => {
      const requester = `${state}@customer.example`;
      const id = await triaged({ requester });
      await world.hush();
      await world.desk.reply(id, angry);
      await world.desk.actOnContact(requester, { [state]: true });
      await world.desk.forgetRequests();
      await world.look(id, "customer-replied");
      const [, run] = await world.runs(id, "sentiment");
      expect(run!.trace).toMatchObject({
        asked: [{ answer: { label: "negative" } }],
        refused: [{ purpose: "sentiment", kind: "contact" }],
      });
      expect((await world.desk.ticket(id)).tags).toContain("escalation-risk:high");
      await world.look(id, "customer-replied");
      const contacts = (await world.desk.requests("write")).filter(({ path }) => path.includes("/contacts/"));
      expect(contacts.length).toBeLessThanOrEqual(1);
      expect(await world.counts()).toMatchObject({ open: 0, dead: 0 });
    },
  );

  it("an agent who wrote the ticket himself is no contact, and the rest of the run goes on", async () => {
    const id = await world.write({ requester: "ada.brenner@sandbox.example" });
    await untilRuns(world, id, "sentiment");
    await world.look(id, "customer-replied");
    const [run] = await world.runs(id, "sentiment");
    expect(run!.finishedAt).not.toBeNull();
    expect((await world.desk.ticket(id)).queue).toBe("Billing");
    expect(await world.counts()).toMatchObject({ open: 0, dead: 0 });
  });
});

it("U20: the limits of one ticket and hour hold for moods as well, and what was analysed is stored all the same", async () => {
  const strict = await openWorld({ mode: "automate", config: { limits: { actions_per_ticket_per_hour: 1 } } });
  try {
    const id = await strict.write();
    await untilRuns(strict, id, "draft");
    for (let count = 0; count < 5; count += 1) {
      await strict.desk.reply(id, angry);
      await strict.look(id, "customer-replied");
    }
    const writes = (await strict.desk.requests("write")).filter(({ path }) => path.includes("/contacts/"));
    expect(writes.length).toBeLessThanOrEqual(2);
    const asked = (await strict.runs(id, "sentiment")).flatMap(({ trace }) => trace.asked as Asked[]);
    expect(asked).toHaveLength(6);
  } finally {
    await strict.close();
  }
});
