import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../test-sandbox.ts";

let desk: TestSandbox;
beforeEach(async () => {
  desk = await startTestSandbox();
});
afterEach(() => desk.close());

describe("inbox pages", () => {
  it("show tickets and their history, with everything escaped", async () => {
    await desk.control("POST", "/tickets", {
      subject: "<script>alert(1)</script>",
      body: "Please help",
      requester: "ada@customer.example",
    });
    const inbox = await desk.call("GET", "/");
    expect(inbox.text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(inbox.text).not.toContain("<script>");
    expect(inbox.text).toContain('href="/tickets/13"');
    const page = await desk.call("GET", "/tickets/13");
    expect(page.text).toContain("Please help");
    expect(page.text).not.toContain("<script>");
    expect((await desk.call("GET", "/tickets/99")).status).toBe(404);
  });
});
