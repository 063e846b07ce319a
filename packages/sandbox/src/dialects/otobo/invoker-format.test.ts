import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { eventually, startTestSandbox, type TestSandbox } from "../../test-sandbox.ts";
import { shapeProblems } from "../wire-shape.ts";

interface Delivery {
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of any shape
  body: any;
}

let desk: TestSandbox;
let received: Delivery[] = [];
let status = 200;

const receiver = createServer((request, response) => {
  let raw = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    raw += chunk;
  });
  request.on("end", () => {
    received.push({ headers: request.headers, body: JSON.parse(raw) });
    response.writeHead(status).end();
  });
});

beforeAll(() => new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve)));
afterAll(() => receiver.close());
afterEach(() => desk.close());

const start = async (dialect: string) => {
  received = [];
  status = 200;
  desk = await startTestSandbox({ dialects: [dialect], timeScale: 0 });
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/otobo/events`;
  const events = ["ticket-created", "customer-replied", "ticket-updated", "ticket-resolved"];
  await desk.control("PUT", "/webhooks", [{ dialect, url, secret: "example-hook-secret", events }]);
};
const newTicket = async () => {
  const written = { subject: "Help", body: "Hello", requester: "mara@customer.example" };
  return (await desk.control("POST", "/tickets", written)).json.id as number;
};
const deliveries = (count: number) => eventually(() => (received.length >= count ? received : undefined));

const FIXTURES = new URL("../../../../../fixtures/wire/otobo/", import.meta.url);
/** What the fixture of this name sends. */
const fixture = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), "utf8")).request.body;

/** Without what the desk does not keep: rows of other tables, names beside addresses, fields of the recorded installation. */
const parts = (name: string) =>
  JSON.parse(JSON.stringify(fixture(name)), (key, value) =>
    /(Data|Realname)$|^Customer(User|Company)$|^DynamicField_/.test(key) && key !== "OldTicketData" ? undefined : value,
  );

describe("OTOBO invokers", () => {
  it("PassThrough sends event and ids as strings, with the secret in a header and no signature", async () => {
    await start("otobo");
    const id = await newTicket();
    await deliveries(1);
    await desk.control("POST", `/tickets/${id}/act`, { queue: "Sales" });
    await deliveries(2);
    await desk.control("POST", `/tickets/${id}/reply`, { body: "Any news?" });
    const all = await deliveries(3);
    expect(all.map(({ body }) => body)).toEqual([
      { Event: "TicketCreate", TicketID: String(id) },
      { Event: "TicketQueueUpdate", TicketID: String(id) },
      { Event: "ArticleCreate", TicketID: String(id), ArticleID: expect.any(String) },
    ]);
    expect(shapeProblems(fixture("webhook-otobo-ticket-create"), all[0]!.body)).toEqual([]);
    expect(shapeProblems(fixture("webhook-otobo-article-create"), all[2]!.body)).toEqual([]);
    expect(all[0]!.headers["x-otai-webhook-secret"]).toBe("example-hook-secret");
    expect(Object.keys(all[0]!.headers).filter((name) => /signature|delivery/.test(name))).toEqual([]);
  });

  it("a failed call is lost", async () => {
    await start("otobo");
    status = 500;
    await newTicket();
    await deliveries(1);
    status = 200;
    const second = await newTicket();
    const all = await deliveries(2);
    expect(all.map(({ body }) => body.TicketID)).toEqual([expect.any(String), String(second)]);
  });

  it("Znuny sends the whole ticket and what it was", async () => {
    await start("znuny");
    const id = await newTicket();
    await deliveries(1);
    await desk.control("POST", `/tickets/${id}/act`, { status: "open" });
    const [created, opened] = await deliveries(2);
    expect(created!.body).toMatchObject({
      Event: { Event: "TicketCreate", TicketID: id },
      Ticket: { TicketID: id, State: "new", Article: { SenderType: "customer" }, Articles: [{}] },
    });
    expect(opened!.body.Event).toMatchObject({ OldTicketData: { TicketID: id, State: "new" } });
    expect(opened!.body.Ticket).toMatchObject({ State: "open", Article: {}, DynamicField_AITags: null });
    expect(shapeProblems(parts("webhook-znuny-ticket-created"), created!.body)).toEqual([]);
    expect(shapeProblems(parts("webhook-znuny-priority-updated"), opened!.body)).toEqual([]);
  });
});
