import { describe, expect, it } from "vitest";
import { createIds } from "./surroundings.ts";

describe("ids", () => {
  it("sort by time, also within one millisecond and when the clock jumps back (R11)", () => {
    const clock = { time: 1_700_000_000_000, now: () => clock.time };
    const ids = createIds(clock);
    const made: string[] = [];
    for (let index = 0; index < 2_000; index += 1) {
      if (index === 500) clock.time += 1;
      if (index === 1_500) clock.time -= 3_600_000;
      made.push(ids.next("ev"));
    }
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it("two processes never make the same one", () => {
    const clock = { now: () => 1_700_000_000_000 };
    expect(createIds(clock).next("r")).not.toBe(createIds(clock).next("r"));
  });
});
