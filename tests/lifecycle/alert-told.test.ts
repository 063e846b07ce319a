import { startWebReceiver, type WebReceiver } from "@otai/host/alerts/testing/web-receiver";
import { type Listening, listen } from "@otai/host/app/listen";
import { openHttpBench } from "@otai/host/testing/http-bench";
import {
  benchStart,
  createSentimentBench,
  type SentimentBench,
} from "@otai/services/sentiment/testing/sentiment-bench";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { untilRuns } from "./life.ts";
import { angry, eventually, openWorld, type World } from "./world.ts";

const tag = "escalation-risk:high";
const calm = "Thank you, that works now. Have a nice day.";

interface Board {
  readonly escalations: readonly {
    readonly ticket_id: string;
    readonly reasons: readonly { readonly fact: string }[];
  }[];
}

describe("5.2: an alert about a ticket", () => {
  let receiver: WebReceiver;
  let world: World;
  beforeAll(async () => {
    receiver = await startWebReceiver();
    const webhook = { url: receiver.url, secret: "a secret of this test", allow_private: true };
    const sentiment = { calm_after: 2, deliver: [{ webhook, ticket_systems: ["desk"] }] };
    world = await openWorld({ mode: "automate", config: { services: { sentiment, kb: { sync_hours: 0 } } } });
  });
  afterAll(async () => {
    await world.close();
    await receiver.close();
  });

  const told = (id: number, type: string) =>
    eventually(async () => {
      const found = receiver.told().filter(({ type: of, data }) => of === type && data.ticket_id === String(id));
      expect(found, type).toHaveLength(1);
      return found[0];
    });
  const board = () => world.call<Board>("GET", "/escalations?ticket_system=desk");
  const escalationOf = async (id: number) =>
    (await board()).escalations.find(({ ticket_id }) => ticket_id === String(id));

  it("is told with its connection, and stands on the board with who waits; two calm replies take all of it away (D04)", async () => {
    const id = await world.write({ requester: "alarming@customer.example" });
    await untilRuns(world, id, "draft");
    await world.desk.reply(id, angry);
    await untilRuns(world, id, "sentiment", 2);
    const raised = await told(id, "alert.raised");
    expect(raised.data).toMatchObject({ ticket_system: "desk", severity: "high", status: "open" });
    expect((await escalationOf(id))?.reasons.map(({ fact }) => fact)).toContain("alerts");
    const stored = await world.app.store.read((tx) => tx.sentimentTickets.get("desk", String(id)));
    expect(stored).toMatchObject({ open: true, waitingSince: expect.any(Number), agents: 0 });

    await world.desk.reply(id, calm);
    await untilRuns(world, id, "sentiment", 3);
    expect((await world.desk.ticket(id)).tags).toContain(tag);
    await world.desk.reply(id, calm);
    await untilRuns(world, id, "sentiment", 4);
    await untilRuns(world, id, "alert-resolved");
    expect((await world.desk.ticket(id)).tags).not.toContain(tag);
    const resolved = await told(id, "alert.resolved");
    expect(resolved.data).toMatchObject({ id: raised.data.id, resolved_by: "otai" });
    expect(await escalationOf(id)).toBeUndefined();
  });
});

describe("D04: Sentiment at another address", () => {
  let service: SentimentBench;
  let server: Listening;
  let world: World;
  beforeAll(async () => {
    service = await createSentimentBench();
    service.advance(Date.now() - benchStart);
    const http = await openHttpBench({ store: service.store, services: { sentiment: service.sentiment } });
    const answer = async ({ url, method, headers, body }: Request) =>
      http.ask(url, { method, headers, ...(body === null ? {} : { body, duplex: "half" }) } as RequestInit);
    server = await listen((request) => answer(request), { host: "127.0.0.1", port: 0 });
    world = await openWorld({ mode: "automate", services: { SENTIMENT_URL: server.url } });
  });
  afterAll(async () => {
    await world.close();
    await server.close();
    await service.close();
  });

  it("an alert that is resolved there takes the tag off here", async () => {
    const id = await world.write({ requester: "far@customer.example" });
    await untilRuns(world, id, "draft");
    await world.desk.reply(id, angry);
    await untilRuns(world, id, "sentiment", 2);
    expect((await world.desk.ticket(id)).tags).toContain(tag);
    const filter = { status: "active", ticket_id: String(id), customer_id: undefined, severity: undefined } as const;
    const [alert] = await service.sentiment.alerts.list({ ...filter, limit: 10, offset: 0 });
    expect(alert).toMatchObject({ ticket_system: "desk" });
    await service.sentiment.alerts.resolve(alert!.id, "kim");
    await world.look(id);
    await untilRuns(world, id, "alert-resolved");
    expect((await world.desk.ticket(id)).tags).not.toContain(tag);
  });
});
