import { beforeEach, describe, expect, test } from "vitest";
import { type Remembered, remember } from "./remembered.ts";

const minute = 60_000;

let now: number;
let loads: number;
let groups: string[];
let remembered: Remembered<readonly string[]>;
beforeEach(() => {
  now = 0;
  loads = 0;
  groups = ["Billing"];
  remembered = remember({ now: () => now }, async () => {
    loads += 1;
    if (groups.length === 0) throw new Error("not reachable");
    return [...groups];
  });
});

const knows = (name: string) => (known: readonly string[]) => known.includes(name);

describe("remember", () => {
  test("reads once for everybody who asks at the same time, and again after an hour", async () => {
    await Promise.all([remembered.get(), remembered.get(), remembered.refresh()]);
    now = 60 * minute;
    await remembered.get();
    expect(loads).toBe(1);
    now += 1;
    await remembered.get();
    expect(loads).toBe(2);
  });

  test("what is new there is found at once; what stays unknown costs one call in five minutes", async () => {
    await remembered.get();
    groups.push("Support");
    expect(await remembered.get(knows("Support"))).toEqual(["Billing", "Support"]);
    now += 5 * minute - 1;
    for (let time = 0; time < 3; time++) await remembered.get(knows("Sales"));
    expect(loads).toBe(2);
    now += 1;
    await remembered.get(knows("Sales"));
    expect(loads).toBe(3);
  });

  test("a failure is not remembered", async () => {
    groups = [];
    await expect(remembered.get()).rejects.toThrow("not reachable");
    groups = ["Billing"];
    expect(await remembered.get()).toEqual(["Billing"]);
  });
});
