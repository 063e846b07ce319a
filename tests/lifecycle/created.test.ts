import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { liveThrough, untilRuns } from "./life.ts";
import { angry, chargedTwice, openWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ mode: "automate" });
});
afterAll(() => world.close());

describe("D44: tickets that are none any more", () => {
  it.each([
    ["deleted", { deleted: true }],
    ["spam", { spam: true }],
  ])("%s before we came to it: nothing is asked, nothing is written, nothing is tried again", async (_, deed) => {
    await world.hush();
    const id = await world.write();
    await world.desk.act(id, deed);
    await world.desk.forgetRequests();
    const asked = world.triage.calls.length;
    await world.look(id, "ticket-created");
    expect(world.triage.calls.length).toBe(asked);
    expect(await world.desk.requests("write")).toEqual([]);
    expect((await world.runsOf(id)).map(({ outcome }) => outcome)).toEqual(["tombstone"]);
    expect(await world.counts()).toMatchObject({ open: 0, dead: 0 });
    await world.listen();
  });

  it("deleted between triage and reply: the analysis is over, nothing is parked", async () => {
    const id = await world.write();
    await untilRuns(world, id, "draft");
    await world.hush();
    await world.desk.reply(id, angry);
    await world.desk.act(id, { deleted: true });
    await world.desk.forgetRequests();
    await world.look(id, "customer-replied");
    expect(await world.desk.requests("write")).toEqual([]);
    expect(await world.counts()).toMatchObject({ open: 0, dead: 0 });
    await world.listen();
  });
});

it("D25: the channel is the ticket's own, in the words of the contract", async () => {
  const channels = ["email", "phone", "chat"] as const;
  for (const channel of channels) await untilRuns(world, await world.write({ channel }), "triage");
  const classified = world.triage.calls.filter(({ path }) => path === "/classify").slice(-channels.length);
  expect(classified.map(({ body }) => body.channel)).toEqual(channels);
});

it("D43: over a whole life no line of the log holds a name, an address, a word of the customer or a key", async () => {
  const own = await openWorld({ mode: "automate" });
  try {
    const letter = {
      subject: "Zebrafink charged twice",
      body: `${chargedTwice.body}\n\nMy account is Zebrafink-4711, my token sk-zebrafink-secret.`,
      requester: "zebrafink@customer.example",
    };
    const write = own.write;
    await liveThrough({ ...own, write: () => write(letter) });
    await own.deliver("ticket-created", '{"broken": "zebrafink@customer.example"');
    const lines = own.log.map((line) => JSON.stringify(line));
    expect(lines.length).toBeGreaterThan(10);
    const planted =
      /zebrafink|4711|customer\.example|charged twice|unacceptable|reservation by your bank|a-secret-between/i;
    expect(lines.filter((line) => planted.test(line))).toEqual([]);
  } finally {
    await own.close();
  }
});
