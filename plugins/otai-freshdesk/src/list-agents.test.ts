import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, fixture, startWireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

const asked = () => desk.wire.requests.map(({ path }) => path.replace("/api/v2", ""));
const agentsWith = (...agents: object[]) => answers("GET", "/agents", agents);
const denied = (path: string) => answers("GET", path, fixture("forbidden").response.body, { status: 403 });

describe("the agents", () => {
  it("each with groups; who is not available or deactivated is not active", async () => {
    desk = await startWireDesk("agents-list-with-groups");
    expect(await desk.read.listAgents!()).toEqual([
      { id: "80001190512", name: "Bo Agent", active: true, queues: ["12", "80000374752"] },
      { id: "80001190513", name: "Ada Away", active: false, queues: ["12"] },
      { id: "80001190514", name: "Ed Former", active: false, queues: [] },
    ]);
    expect(asked()).toEqual(["/agents"]);
  });

  it("where the list tells no groups, each group is asked once for its members", async () => {
    desk = await startWireDesk("agents-list", "group-read", answers("GET", "/groups/12", { id: 12, agent_ids: null }));
    expect(await desk.read.listAgents!()).toEqual([
      { id: "80001190512", name: "Bo Agent", active: true, queues: ["80000374752"] },
      { id: "80014400819", name: "Ada Sample", active: true, queues: [] },
    ]);
    expect(asked()).toEqual(["/agents", "/groups", "/groups/12", "/groups/80000374752"]);
    expect(desk.wire.unexpected).toEqual([]);
  });

  it.each([[["VAT", "Refunds"]], [[{ name: "VAT" }, { name: "Refunds" }]]])(
    "skills come where the list names them, without another call: %j",
    async (skills) => {
      desk = await startWireDesk(agentsWith({ id: 1, group_ids: [], skills }));
      expect(await desk.read.listAgents!()).toEqual([
        { id: "1", name: "1", active: true, queues: [], skills: ["VAT", "Refunds"] },
      ]);
      expect(asked()).toEqual(["/agents"]);
    },
  );

  it("nulls and unknown forms cost the value, not the list", async () => {
    desk = await startWireDesk(
      agentsWith({ id: 1, available: "yes", group_ids: [7], skills: [4], contact: null, focus_mode: {} }),
    );
    expect(await desk.read.listAgents!()).toEqual([{ id: "1", name: "1", active: true, queues: ["7"] }]);
  });

  it.each(["/agents", "/groups", "/groups/12"])("null with a warning when the key may not read %s", async (path) => {
    desk = await startWireDesk("group-read", denied(path));
    expect(await desk.read.listAgents!()).toBeNull();
    expect(desk.context.lines).toContainEqual(expect.objectContaining({ level: "warn" }));
  });
});
