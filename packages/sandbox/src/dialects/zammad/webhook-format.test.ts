import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Desk } from "../../desk/desk.ts";
import { layOutDesk } from "../../desk/desk-layout.ts";
import { eventually, startTestSandbox, type TestSandbox } from "../../test-sandbox.ts";
import { shapeProblems } from "../wire-shape.ts";
import { createWebhookFormat } from "./webhook-format.ts";

const FIXTURES = new URL("../../../../../fixtures/wire/zammad/", import.meta.url);
const SECRET = "example-signing-secret-0001";

interface Delivery {
  headers: IncomingHttpHeaders;
  raw: string;
}

let desk: TestSandbox;
let received: Delivery[] = [];
let answers: number[] = [];

const receiver = createServer((request, response) => {
  let raw = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    raw += chunk;
  });
  request.on("end", () => {
    received.push({ headers: request.headers, raw });
    response.writeHead(answers.shift() ?? 200, { location: "/elsewhere" }).end();
  });
});

beforeAll(() => new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve)));
afterAll(() => receiver.close());
beforeEach(async () => {
  received = [];
  answers = [];
  desk = await startTestSandbox({ dialects: ["zammad"], timeScale: 0.0005 });
});
afterEach(() => desk.close());

const subscribe = (rest: object = {}) => {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/zammad/events`;
  const events = ["ticket-created", "customer-replied", "ticket-updated", "ticket-resolved"];
  return desk.control("PUT", "/webhooks", [{ dialect: "zammad", url, secret: SECRET, events, ...rest }]);
};
const newTicket = async () => {
  const written = { subject: "Größe 😀", body: "Hello", requester: "mara@customer.example" };
  return (await desk.control("POST", "/tickets", written)).json.id as number;
};
const deliveries = (count: number) => eventually(() => (received.length >= count ? received : undefined));

/** What the fixture of this name sends. */
const fixture = (name: string) =>
  JSON.parse(JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), "utf8")).request.bodyText);

describe("Zammad webhooks", () => {
  it("sends what the wire fixtures say", async () => {
    await subscribe();
    const id = await newTicket();
    const [created] = await deliveries(1);
    expect(shapeProblems(fixture("webhook-created"), JSON.parse(created!.raw))).toEqual([]);
    await desk.control("POST", `/tickets/${id}/act`, { status: "solved" });
    const closed = (await deliveries(3)).find(({ headers }) => headers["x-zammad-trigger"] === "OTAI ticket closed");
    expect(shapeProblems(fixture("webhook-closed-empty-article"), JSON.parse(closed!.raw))).toEqual([]);
  });

  it("ZM-6: signs the raw body with HMAC-SHA1, and not at all without a secret", async () => {
    await subscribe();
    await newTicket();
    const [signed] = await deliveries(1);
    const hmac = createHmac("sha1", SECRET).update(signed!.raw).digest("hex");
    expect(signed!.headers["x-hub-signature"]).toBe(`sha1=${hmac}`);
    await subscribe({ secret: null });
    await newTicket();
    expect((await deliveries(2))[1]!.headers["x-hub-signature"]).toBeUndefined();
  });

  it("ZM-5: state is a word, group and people are objects, and article is empty without one", async () => {
    await subscribe();
    const id = await newTicket();
    const [created] = await deliveries(1);
    const payload = JSON.parse(created!.raw);
    expect(payload.ticket).toMatchObject({
      id,
      state: "new",
      group: { id: 1, name: "Users" },
      owner: { id: 1, login: "-" },
      customer: { login: "mara@customer.example" },
      organization: {},
    });
    expect(payload.article).toMatchObject({ sender: "Customer", internal: false, body: "Hello" });
    await desk.call("PUT", `/zammad/api/v1/tickets/${id}`, { state: "closed" }, { authorization: "Bearer sandbox" });
    const [, ...later] = await deliveries(3);
    expect(later.map(({ raw }) => JSON.parse(raw).article)).toEqual([{}, {}]);
    expect(JSON.parse(later[0]!.raw).ticket.updated_by.login).toBe("agent@sandbox.example");
  });

  it("ZM-7: five attempts with the same delivery id, each waiting longer; a redirect is a failure like any other", async () => {
    answers = [500, 302, 404, 503, 500, 200];
    await subscribe({ events: ["ticket-created"] });
    await newTicket();
    const all = await deliveries(5);
    expect(new Set(all.map(({ headers }) => headers["x-zammad-delivery"])).size).toBe(1);
    expect(all[0]!.headers["x-zammad-delivery"]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    await newTicket();
    const sixth = (await deliveries(6))[5]!;
    expect(sixth.headers["x-zammad-delivery"]).not.toBe(all[0]!.headers["x-zammad-delivery"]);
  });

  it("waits attempt × 10 s before each retry", () => {
    const format = createWebhookFormat(new Desk({ layout: layOutDesk(["Sales"], 0), now: () => 0 }));
    expect(format.retryDelays).toEqual([10_000, 20_000, 30_000, 40_000]);
    expect([null, 200, 204, 301, 404, 500].map(format.retryOn)).toEqual([true, false, false, true, true, true]);
  });

  it("a custom payload is filled where it has placeholders", async () => {
    await subscribe({ template: '{"ticket_id":"#{ticket.id}","title":"#{ticket.title}","group":"#{ticket.group}"}' });
    const id = await newTicket();
    const [delivery] = await deliveries(1);
    expect(JSON.parse(delivery!.raw)).toEqual({ ticket_id: String(id), title: "Größe 😀", group: "Users" });
  });
});
