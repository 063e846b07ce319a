import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, fixture, forbidden, startWireDesk } from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

const users = (...list: object[]) => answers("GET", "/users/search", list);
const ada = { id: 4, firstname: "Ada", lastname: "Away", group_ids: { 2: ["full"] } };

describe("the agents", () => {
  it("everybody with ticket.agent, and the groups whose tickets they may own", async () => {
    account = await startWireDesk("users-search-agents", "roles");
    expect(await account.read.listAgents!()).toEqual([
      { id: "3", name: "Otai Bot", active: true, queues: ["1", "2"] },
      { id: "4", name: "Ada Reader", active: true, queues: ["2"] },
      { id: "5", name: "Finn Former", active: false, queues: ["1"] },
    ]);
    expect(account.wire.unexpected).toEqual([]);
  });

  it("groups that come with a role count, those of a role that is switched off do not", async () => {
    const roles = [
      { id: 4, active: true, group_ids: { 7: ["full"], 8: ["read"] } },
      { id: 5, active: false, group_ids: { 9: ["full"] } },
    ];
    account = await startWireDesk(users({ ...ada, role_ids: [4, 5] }), answers("GET", "/roles", roles));
    expect((await account.read.listAgents!())![0]!.queues).toEqual(["2", "7"]);
  });

  it("without admin.role the groups of the users themselves remain, with a warning", async () => {
    account = await startWireDesk("users-search-agents", forbidden("GET", "/roles"));
    expect((await account.read.listAgents!())!.map(({ queues }) => queues)).toEqual([["1", "2"], ["2"], ["1"]]);
    expect(account.context.lines).toContainEqual(expect.objectContaining({ level: "warn" }));
  });

  it.each([
    [{ out_of_office: true }, false],
    [{ out_of_office: true, out_of_office_start_at: "2026-01-01", out_of_office_end_at: null }, false],
    [{ out_of_office: true, out_of_office_start_at: "2026-01-01", out_of_office_end_at: "2026-01-15" }, true],
    [{ out_of_office: true, out_of_office_start_at: "2999-01-01" }, true],
    [{ out_of_office: false, out_of_office_start_at: "2026-01-01" }, true],
    [{ out_of_office: null, active: null }, true],
    [{ active: false }, false],
  ])("%j: active is %s", async (values, active) => {
    account = await startWireDesk(users({ ...ada, ...values }), "roles");
    account.context.now = Date.UTC(2026, 1, 1);
    expect((await account.read.listAgents!())![0]!.active).toBe(active);
  });

  it("D34 all pages are read, and a search that gives the same page for ever ends", async () => {
    const many = Array.from({ length: 100 }, (_, id) => ({ ...ada, id: 1000 + id }));
    account = await startWireDesk(users(...many), users({ ...ada, id: 5 }), "roles");
    expect(await account.read.listAgents!()).toHaveLength(101);
    await account.stop();
    account = await startWireDesk(users(...many), "roles");
    expect(await account.read.listAgents!()).toHaveLength(100);
  });

  it("null with a warning when the token may not search users", async () => {
    account = await startWireDesk(forbidden("GET", "/users/search"), fixture("roles"));
    expect(await account.read.listAgents!()).toBeNull();
    expect(account.context.lines).toContainEqual(expect.objectContaining({ level: "warn" }));
  });
});
