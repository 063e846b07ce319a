import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import { changed, fixture, openWireAccount, type WireAccount } from "./testing/wire-account.ts";

let account: WireAccount;
afterEach(() => account.close());

async function open(...exchanges: readonly WireExchange[]): Promise<void> {
  account = await openWireAccount(...exchanges);
}

describe("the agents", () => {
  test("agents and admins with their groups; suspended and light ones are not active", async () => {
    await open(fixture("users-agents"), fixture("group-memberships"));
    expect(await account.system.read.listAgents!()).toEqual([
      { id: "42", name: "Otto Agent", active: true, queues: ["11"] },
      { id: "43", name: "Lena Light", active: false, queues: [] },
      { id: "44", name: "Susi Suspended", active: false, queues: [] },
      { id: "45", name: "Karl Agent", active: true, queues: ["11", "12"] },
    ]);
    expect(account.server.unexpected).toEqual([]);
  });

  test("D34 all pages are read", async () => {
    const { query } = fixture("users-agents").request;
    const next = { meta: { has_more: true, after_cursor: "next" } };
    const user = (id: number) => ({ id, name: `Agent ${id}`, role: "agent" });
    await open(
      changed("users-agents", { response: { body: { users: [user(1)], ...next } } }),
      changed("users-agents", {
        request: { query: { ...query, "page[after]": "next" } },
        response: { body: { users: [user(2)] } },
      }),
      fixture("group-memberships"),
    );
    expect((await account.system.read.listAgents!())!.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(account.server.unexpected).toEqual([]);
  });

  test("a membership without a user or a group is passed over", async () => {
    const body = { group_memberships: [{ user_id: null, group_id: 11 }, { user_id: 45 }, {}] };
    await open(fixture("users-agents"), changed("group-memberships", { response: { body } }));
    expect((await account.system.read.listAgents!())!.flatMap(({ queues }) => queues)).toEqual([]);
  });

  test.each(["users-agents", "group-memberships"])("null with a warning when %s may not be read", async (name) => {
    const refused = changed(name, { response: fixture("forbidden-error-object").response });
    const other = fixture(name === "users-agents" ? "group-memberships" : "users-agents");
    await open(other, refused);
    expect(await account.system.read.listAgents!()).toBeNull();
    expect(account.context.lines).toContainEqual(expect.objectContaining({ level: "warn" }));
  });
});
