import { train } from "@otai/intelligence/train";
import { describe, expect, it } from "vitest";
import { toneMetadata } from "./tone-metadata.ts";
import { isTone, toneTargetOf } from "./tone-target.ts";

describe("which target is a tone", () => {
  it.each([
    [["negative", "neutral", "positive"], true],
    [["Negative", "POSITIVE"], true],
    [["positive"], false],
    [["negative", "positive", "mixed"], false],
    [["high", "low"], false],
    [[], false],
  ])("%j: %s", (labels, expected) => expect(isTone(labels)).toBe(expected));

  it("our own name comes first, then any field with such labels", () => {
    const example = (mood: string) => ({
      subject: mood,
      body: mood,
      labels: { mood, sentiment: mood, queue: `for ${mood}` },
    });
    const examples = ["positive", "negative"].map(example);
    const target = (...targets: string[]) => toneTargetOf(train(examples, { targets }));
    expect(target("mood", "sentiment", "queue")).toBe("sentiment");
    expect(target("queue", "mood")).toBe("mood");
    expect(target("queue")).toBeNull();
  });

  it("only models with such a target see what the lexicons say, of subject and body", () => {
    expect(toneMetadata([["high", "low"]])).toBeNull();
    const metadataOf = toneMetadata([
      ["high", "low"],
      ["negative", "positive"],
    ])!;
    expect(metadataOf({ subject: "", body: "the form" })).toContain("complaint:0");
    expect(metadataOf({ subject: "Terrible", body: "the form" })).toContain("complaint:1");
  });
});
