import fc from "fast-check";
import { expect, it } from "vitest";
import { splitChunks } from "./split-chunks.ts";

const sentence = (n: number) =>
  `Sentence number ${n} says something about parcels, labels and the people who carry them.`;
const section = (title: string, count: number) =>
  `## ${title}\n${Array.from({ length: count }, (_, n) => sentence(n)).join(" ")}`;

it("4.1: chunks begin at headings and stay below 400 tokens", () => {
  const text = [section("Sending", 20), section("Returning", 12), section("Repair", 12)].join("\n\n");
  const chunks = splitChunks(text).map(({ start, end }) => text.slice(start, end));
  for (const chunk of chunks) expect(chunk.length).toBeLessThan(400 * 4.5);
  expect(chunks.filter((chunk) => chunk.startsWith("## "))).toHaveLength(3);
});

it("4.1: a chunk that goes on repeats one sentence of the one before", () => {
  const text = section("Sending", 40);
  const chunks = splitChunks(text);
  expect(chunks.length).toBeGreaterThan(1);
  for (const [at, chunk] of chunks.entries()) {
    if (at === 0) continue;
    const overlap = text.slice(chunk.start, chunks[at - 1]!.end);
    expect(overlap).toMatch(/^Sentence number \d+ says [^.]+\.$/);
  }
});

it("short sections stay together", () => {
  expect(splitChunks("## A\nOne line.\n\n## B\nAnother line.")).toHaveLength(1);
});

it("every word of a text is in a chunk, and chunks go forward", () => {
  const piece = fc.oneof(
    fc.constantFrom("# T\n", "word. ", "\n\n", "- item\n", `${"x".repeat(2_000)} `, "Größe? "),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      const chunks = splitChunks(text);
      let covered = 0;
      for (const { start, end } of chunks) {
        expect(start).toBeLessThan(end);
        expect(text.slice(covered, start).trim()).toBe("");
        expect(end).toBeGreaterThan(covered);
        covered = end;
      }
      expect(text.slice(covered).trim()).toBe("");
    }),
  );
});
