import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { mapChoices } from "./map-choices.ts";
import { mapPriority, priorityFor } from "./map-priority.ts";
import { mapState, stateFor } from "./map-state.ts";

const none = new Map<string, never>();

describe("priorities", () => {
  it.each([
    ["1 low", "low"],
    ["1 niedrig", "low"],
    ["2 normal", "normal"],
    ["3 hoch", "high"],
    ["3 haute", "high"],
    ["4 sehr hoch", "urgent"],
    ["1 urgent", "urgent"],
    ["Gold", null],
    ["5 whatever", null],
  ])("ZM-13: %s means %s, by word and else by number", (name, meaning) => {
    expect(mapPriority({ id: "7", name }, none).priority).toBe(meaning);
  });

  it("the configuration knows better", () => {
    expect(mapPriority({ id: "1", name: "1 Low" }, new Map([["1 low", "urgent" as const]])).priority).toBe("urgent");
  });

  it("one that is not active is not written", () => {
    const old = mapPriority({ id: "3", name: "3 high", active: false }, none);
    expect(priorityFor([old], "high")).toBeUndefined();
  });
});

describe("states", () => {
  it("ZM-13: the type tells, then the name, and what nobody knows is other", () => {
    const statusOf = (facts: object) => mapState({ id: "9", name: "xyz", ...facts }, none).status;
    expect(statusOf({ state_type_id: "5" })).toBe("closed");
    expect(statusOf({ state_type: "pending action" })).toBe("pending");
    expect(statusOf({ name: "open" })).toBe("open");
    expect(statusOf({})).toBe("other");
  });

  it("of several the active one of the lowest id is written, rather one that needs no time", () => {
    const states = [
      mapState({ id: "9", name: "open too", state_type_id: "2" }, none),
      mapState({ id: "2", name: "open", state_type_id: "2" }, none),
      mapState({ id: "3", name: "pending reminder", state_type_id: "3" }, none),
      mapState({ id: "8", name: "with vendor", state_type_id: "2" }, new Map([["with vendor", "pending" as const]])),
    ];
    expect(stateFor(states, "open")?.id).toBe("2");
    expect(stateFor(states, "pending")?.name).toBe("with vendor");
    expect(stateFor(states, "solved")).toBeUndefined();
  });
});

describe("options of an attribute", () => {
  it("are read in all their forms", () => {
    expect(mapChoices({ billing: "Billing" })).toEqual([{ value: "billing", label: "Billing" }]);
    expect(
      mapChoices([
        { name: "Hardware", value: "Hardware", children: [{ name: "Printer", value: "Hardware::Printer" }] },
      ]),
    ).toEqual([
      { value: "Hardware", label: "Hardware" },
      { value: "Hardware::Printer", label: "Printer" },
    ]);
  });

  test("whatever comes, it never throws", () => {
    fc.assert(fc.property(fc.anything(), (options) => Array.isArray(mapChoices(options))));
  });
});
