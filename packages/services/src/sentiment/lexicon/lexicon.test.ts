import { describe, expect, it } from "vitest";
import { fold } from "../words.ts";
import { emoji } from "./emoji.ts";
import { english } from "./english.ts";
import { german } from "./german.ts";

describe("the word lists", () => {
  it.each([english, german])("$language: no entry stands twice, so that each has one weight", ({ tone }) => {
    const entries = [...tone, emoji].flat().flatMap(([, list]) => list.split(/\s+/).filter(Boolean));
    const keys = entries.map((entry) => entry.split("_").map(fold).join("_"));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each([english, german])("$language: stems are long enough to mean one thing", ({ tone }) => {
    const entries = tone.flat().flatMap(([, list]) => list.split(/\s+/).filter(Boolean));
    expect(entries.filter((entry) => /^[^_]{1,2}\*/.test(entry))).toEqual([]);
  });
});
