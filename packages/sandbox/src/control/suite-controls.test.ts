import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Dialect } from "../dialects/dialect.ts";
import { startTestSandbox, type TestSandbox } from "../test-sandbox.ts";

let desk: TestSandbox;
beforeEach(async () => {
  desk = await startTestSandbox({ dialects: ["freshdesk", "zendesk"] });
});
afterEach(() => desk.close());

const zendesk = (path: string) =>
  desk.call("GET", `/zendesk/api/v2${path}`, undefined, {
    authorization: `Basic ${Buffer.from("agent@sandbox.example/token:sandbox").toString("base64")}`,
  });

describe("what test suites ask of the control API", () => {
  it("a fault may be meant for writes only: readers do not use it up", async () => {
    await desk.control("POST", "/faults", { kind: "429", next: 1, only: "write" });
    expect((await desk.freshdesk("GET", "/tickets/1")).status).toBe(200);
    expect((await desk.freshdesk("PUT", "/tickets/1", { priority: 4 })).status).toBe(429);
    expect((await desk.freshdesk("PUT", "/tickets/1", { priority: 4 })).status).toBe(200);
  });

  it("a fault may let some calls pass before it strikes", async () => {
    await desk.control("POST", "/faults", { kind: "5xx", next: 1, skip: 2 });
    const statuses = [];
    for (let call = 0; call < 4; call++) statuses.push((await desk.freshdesk("GET", "/tickets/1")).status < 500);
    expect(statuses).toEqual([true, true, false, true]);
  });

  it("a customer's mail may have an HTML part of its own, and be large", async () => {
    const html = `<p>${"a".repeat(2_000_000)}</p>`;
    const requester = "kim@customer.example";
    const { json } = await desk.control("POST", "/tickets", { subject: "x", body: "plain", html, requester });
    const read = await desk.freshdesk("GET", `/tickets/${json.id}`);
    expect(read.json.description).toBe(html);
    expect(read.json.description_text).toBe("plain");
  });

  it("a person is removed by id or by address, which every dialect shows; an agent by neither", async () => {
    const requester = "kim@customer.example";
    await desk.control("POST", "/tickets", { subject: "x", body: "y", requester });
    const removed = await desk.control("POST", "/contacts/Kim%40customer.example/act", { deleted: true });
    expect(removed).toMatchObject({ status: 200, json: { email: requester, deleted: true } });
    const back = await desk.control("POST", `/contacts/${removed.json.id}/act`, { deleted: false });
    expect(back).toMatchObject({ status: 200, json: { email: requester, deleted: false } });
    for (const nobody of ["nobody%40customer.example", "agent%40sandbox.example"]) {
      expect((await desk.control("POST", `/contacts/${nobody}/act`, { deleted: true })).status).toBe(404);
    }
  });

  it("garbled: the call is carried out, and the answer is not the vendor's", async () => {
    await desk.control("POST", "/faults", { kind: "garbled", next: 1 });
    const answer = await desk.freshdesk("PUT", "/tickets/1", { priority: 4 });
    expect(answer).toMatchObject({ status: 200, json: { gateway: "ok" } });
    expect((await desk.control("GET", "/tickets/1")).json.priority).toBe("urgent");
  });

  it("authors of plugins bring dialects of their own, with webhooks or without", async () => {
    const routes = new Hono().get("/hello", (c) => c.text("hello"));
    const faultResponse = () => new Response(null, { status: 503 });
    const plain: Dialect = {
      name: "plain",
      mountPath: "/plain",
      kindOf: () => "read",
      admit: () => ({}),
      faultResponse,
      routes,
    };
    const own = await startTestSandbox({ dialects: ["plain"], ownDialects: { plain: () => plain } });
    const subscription = { dialect: "plain", url: "http://127.0.0.1:9/hook", secret: null, events: ["ticket-created"] };
    expect((await own.control("PUT", "/webhooks", [subscription])).status).toBe(200);
    expect((await own.call("GET", "/plain/hello")).text).toBe("hello");
    expect(
      (await own.control("POST", "/tickets", { subject: "x", body: "y", requester: "kim@customer.example" })).status,
    ).toBe(201);
    await own.close();
  });

  it("a deleted ticket field is gone in every dialect, and a write to it is what the vendor makes of it", async () => {
    expect((await desk.control("DELETE", "/fields/product")).status).toBe(204);
    const { json: fields } = await desk.freshdesk("GET", "/ticket_fields");
    expect(fields.map((field: { name: string }) => field.name)).not.toContain("cf_product");
    const { json } = await zendesk("/ticket_fields");
    expect(json.ticket_fields.map((field: { title: string }) => field.title)).not.toContain("Product");
    const write = await desk.freshdesk("PUT", "/tickets/1", { custom_fields: { cf_product: "shop" } });
    expect(write).toMatchObject({ status: 400, json: { errors: [{ field: "cf_product", code: "invalid_field" }] } });
    const again = await desk.control("DELETE", "/fields/product");
    expect(again).toMatchObject({ status: 404, json: { error: expect.stringContaining("ai_category") } });
  });
});
