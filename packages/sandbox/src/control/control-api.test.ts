import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../test-sandbox.ts";

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox({ dialects: ["freshdesk", "zendesk"] });
});
afterEach(() => sandbox.close());

const zendesk = (path: string) =>
  sandbox.call("GET", `/zendesk/api/v2${path}`, undefined, {
    authorization: `Basic ${Buffer.from("agent@sandbox.example/token:sandbox").toString("base64")}`,
  });

describe("what test suites ask of the control API", () => {
  it("a fault may be meant for writes only: readers do not use it up", async () => {
    await sandbox.control("POST", "/faults", { kind: "429", next: 1, only: "write" });
    expect((await sandbox.freshdesk("GET", "/tickets/1")).status).toBe(200);
    expect((await sandbox.freshdesk("PUT", "/tickets/1", { priority: 4 })).status).toBe(429);
    expect((await sandbox.freshdesk("PUT", "/tickets/1", { priority: 4 })).status).toBe(200);
  });

  it("a customer's mail may have an HTML part of its own, and be large", async () => {
    const html = `<p>${"a".repeat(2_000_000)}</p>`;
    const requester = "kim@customer.example";
    const { json } = await sandbox.control("POST", "/tickets", { subject: "x", body: "plain", html, requester });
    const read = await sandbox.freshdesk("GET", `/tickets/${json.id}`);
    expect(read.json.description).toBe(html);
    expect(read.json.description_text).toBe("plain");
  });

  it("a deleted ticket field is gone in every dialect, and a write to it is what the vendor makes of it", async () => {
    expect((await sandbox.control("DELETE", "/fields/product")).status).toBe(204);
    const { json: fields } = await sandbox.freshdesk("GET", "/ticket_fields");
    expect(fields.map((field: { name: string }) => field.name)).not.toContain("cf_product");
    const { json } = await zendesk("/ticket_fields");
    expect(json.ticket_fields.map((field: { title: string }) => field.title)).not.toContain("Product");
    const write = await sandbox.freshdesk("PUT", "/tickets/1", { custom_fields: { cf_product: "shop" } });
    expect(write).toMatchObject({ status: 400, json: { errors: [{ field: "cf_product", code: "invalid_field" }] } });
    const again = await sandbox.control("DELETE", "/fields/product");
    expect(again).toMatchObject({ status: 404, json: { error: expect.stringContaining("ai_category") } });
  });
});
