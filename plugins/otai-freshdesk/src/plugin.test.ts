import { AuthenticationError } from "@otai/plugin-api/errors";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import plugin from "./plugin.ts";
import { answers, connect, fixture, startWireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

describe("the plugin", () => {
  it("offers FreshdeskTicketsystemService and does not touch the network to create it", async () => {
    desk = await startWireDesk();
    expect(Object.keys(plugin.ticketSystems)).toEqual(["FreshdeskTicketsystemService"]);
    expect(desk.quirks).toEqual({ noteWithUpdate: false, optimisticLock: false, ownWritesFireRules: true });
    expect(desk.wire.requests).toEqual([]);
  });

  it("knows who it is, by an identity that is the account's and free of secrets", async () => {
    desk = await startWireDesk("agents-me");
    const me = await desk.read.identify();
    expect(me.botUser).toEqual({ id: "80001190512", name: "Bo Agent" });
    expect(me.label).toBe(new URL(desk.wire.url).host);
    expect(
      (await connect(desk.wire.url, desk.context, { api_key: "sandbox", timeout: 3 }).read.identify()).fingerprint,
    ).toBe(me.fingerprint);
    desk.wire.replay(answers("GET", "/agents/me", fixture("agents-me").response.body));
    const other = await startWireDesk("agents-me");
    expect((await other.read.identify()).fingerprint).not.toBe(me.fingerprint);
    await other.stop();
  });

  it("a wrong key is an AuthenticationError that does not show it", async () => {
    desk = await startWireDesk({ ...fixture("unauthorized"), request: { method: "GET", path: "/api/v2/agents/me" } });
    const attempt = connect(desk.wire.url, desk.context, { api_key: "very-secret" }).read.identify();
    await expect(attempt).rejects.toThrow(AuthenticationError);
    await expect(attempt).rejects.not.toThrow("very-secret");
    expect(JSON.stringify(desk.context.lines)).not.toContain("very-secret");
  });

  it("lists queues, priorities and fields as the account has them (FD-10)", async () => {
    desk = await startWireDesk();
    expect(await desk.read.listQueues!()).toEqual([
      { id: "12", name: "Billing" },
      { id: "80000374752", name: "Technical Support" },
    ]);
    expect((await desk.read.listPriorities!()).map(({ id, name, priority }) => [id, name, priority])).toEqual([
      ["1", "Low", "low"],
      ["2", "Medium", "normal"],
      ["3", "High", "high"],
      ["4", "Urgent", "urgent"],
    ]);
    const fields = await desk.read.listFields!();
    expect(fields.map(({ key, kind }) => [key, kind])).toEqual([
      ["status", "choice"],
      ["priority", "choice"],
      ["type", "choice"],
      ["custom_fields.cf_ai_category", "choice"],
      ["custom_fields.cf_ai_urgency", "choice"],
      ["custom_fields.cf_ai_confidence", "text"],
    ]);
    expect(fields[0]!.choices).toContainEqual({ value: "6", label: "Waiting on Third Party" });
    expect(fields.at(-1)!.choices).toBeNull();
  });

  it("keeps the names of one account apart from those of another", async () => {
    desk = await startWireDesk("ticket-read");
    const other = await startWireDesk(
      "ticket-read",
      answers("GET", "/groups", [{ id: 80000374752, name: "Elsewhere" }]),
    );
    expect((await desk.read.getTicket("9")).queue?.name).toBe("Technical Support");
    expect((await other.read.getTicket("9")).queue?.name).toBe("Elsewhere");
    await other.stop();
  });

  it("S01: an address that would show the key to the network is not started with", async () => {
    desk = await startWireDesk();
    expect(() => connect("http://desk.example", createTestContext())).toThrow("allow_insecure");
  });
});
