import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import plugin from "./plugin.ts";
import { connect, startWireDesk } from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

describe("the plugin", () => {
  it("offers ZammadTicketsystemService and does not touch the network to create it", async () => {
    account = await startWireDesk();
    expect(Object.keys(plugin.ticketSystems)).toEqual(["ZammadTicketsystemService"]);
    expect(account.quirks).toEqual({
      noteWithUpdate: false,
      tagsApart: true,
      optimisticLock: false,
      ownWritesFireRules: true,
    });
    expect(account.wire.requests).toEqual([]);
  });

  it("knows who it is, by an identity that is the installation's and free of secrets", async () => {
    account = await startWireDesk("users-me");
    const me = await account.read.identify();
    expect(me.botUser).toEqual({ id: "3", name: "Otai Bot" });
    expect(me.label).toBe(new URL(account.wire.url).host);
    const other = await startWireDesk("users-me");
    expect((await other.read.identify()).fingerprint).not.toBe(me.fingerprint);
    expect((await account.read.identify()).fingerprint).toBe(me.fingerprint);
    await other.stop();
  });

  it("nothing acts in somebody else's name", async () => {
    account = await startWireDesk("users-me", "ticket-read");
    await account.read.identify();
    await account.read.getTicket("374");
    for (const { headers } of account.wire.requests) {
      expect(Object.keys(headers).filter((name) => /^(from|x-on-behalf-of)$/.test(name))).toEqual([]);
    }
  });

  it("S01: an address that would show the token to the network is not started with", async () => {
    account = await startWireDesk();
    expect(() => connect("http://desk.example", createTestContext())).toThrow("allow_insecure");
  });
});
