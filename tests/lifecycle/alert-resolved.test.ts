import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { untilRuns } from "./life.ts";
import { angry, openWorld, type World } from "./world.ts";

const tag = "escalation-risk:high";

let world: World;
beforeAll(async () => {
  world = await openWorld({ mode: "automate" });
});
afterAll(() => world.close());

interface Alert {
  readonly id: string;
  readonly ticket_id: string;
  readonly customer_id: string;
}

const alertsOf = async (id: number) =>
  (await world.call<Alert[]>("GET", "/alerts")).filter(({ ticket_id }) => ticket_id === String(id));
const resolve = ({ id }: Alert) => world.call("POST", `/alerts/${id}/resolve`);
const tagsOf = async (id: number) => [...(await world.desk.ticket(id)).tags].sort();

let customers = 0;
async function atRisk(): Promise<{ id: number; alert: Alert }> {
  customers += 1;
  const id = await world.write({ requester: `customer${customers}@customer.example` });
  await untilRuns(world, id, "draft");
  await world.desk.reply(id, angry);
  await untilRuns(world, id, "sentiment", 2);
  const [alert] = await alertsOf(id);
  return { id, alert: alert! };
}

describe("D04: an alert is resolved", () => {
  it("the tag that we set goes, the others stay, and it is a journaled write like any other", async () => {
    const { id, alert } = await atRisk();
    expect(await tagsOf(id)).toContain(tag);
    await resolve(alert);
    await untilRuns(world, id, "alert-resolved");
    expect(await tagsOf(id)).toEqual(["ai-category:billing", "ai-urgency:high"]);
    const [run] = await world.runs(id, "alert-resolved");
    expect(run).toMatchObject({ outcome: "written" });
  });

  it("not while another alert about the ticket is open; the last one that is resolved takes it off", async () => {
    const { id, alert } = await atRisk();
    await world.call("POST", "/analyze", { customer_id: "a-colleague", text: angry, ticket_id: String(id) });
    await resolve(alert);
    await untilRuns(world, id, "alert-resolved");
    expect(await tagsOf(id)).toContain(tag);
    const [other] = await alertsOf(id);
    expect(other).toMatchObject({ customer_id: "a-colleague" });
    await resolve(other!);
    await untilRuns(world, id, "alert-resolved", 2);
    expect(await tagsOf(id)).not.toContain(tag);
  });

  it("never one that a human set before us", async () => {
    const id = await world.write({ requester: "marked@customer.example" });
    await untilRuns(world, id, "draft");
    await world.desk.act(id, { tags: ["Escalation-Risk:High"] });
    await world.desk.reply(id, angry);
    await untilRuns(world, id, "sentiment", 2);
    const [alert] = await alertsOf(id);
    await resolve(alert!);
    await untilRuns(world, id, "alert-resolved");
    expect(await tagsOf(id)).toEqual(["Escalation-Risk:High"]);
  });

  it("nor one that a human set after ours was taken off", async () => {
    const { id, alert } = await atRisk();
    await resolve(alert);
    await untilRuns(world, id, "alert-resolved");
    await world.desk.act(id, { tags: [tag] });
    await world.look(id, "alert-resolved");
    expect(await world.runs(id, "alert-resolved")).toHaveLength(2);
    expect(await tagsOf(id)).toEqual([tag]);
  });

  it("a tag that somebody took off already costs no write", async () => {
    const { id, alert } = await atRisk();
    await world.desk.act(id, { tags: ["vip"] });
    await world.look(id);
    await world.desk.forgetRequests();
    await resolve(alert);
    await untilRuns(world, id, "alert-resolved");
    expect(await world.desk.requests("write")).toEqual([]);
    expect(await tagsOf(id)).toEqual(["vip"]);
  });
});
