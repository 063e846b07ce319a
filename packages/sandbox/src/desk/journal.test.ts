import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { journalEpoch, openJournal } from "./journal.ts";

const base = { seed: 1, tickets: 10, epoch: 1_000, base: "b" };
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journal-"));
  path = join(folder, "deep", "sandbox.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(...entries: number[]): void {
  const journal = openJournal<number>(path, base);
  for (const entry of entries) journal.append(entry);
  journal.close();
}

describe("journal", () => {
  it("gives back what was appended, and keeps the epoch of the first run", () => {
    written(1, 2);
    const journal = openJournal<number>(path, { ...base, epoch: 9_999 });
    journal.close();
    expect(journal.entries).toEqual([1, 2]);
    expect(journal.header.epoch).toBe(1_000);
  });

  it("cuts off a torn last line and goes on after the last whole one", () => {
    written(1, 2);
    appendFileSync(path, '{"op":"ticket-cha');
    written(3);
    const journal = openJournal<number>(path, base);
    journal.close();
    expect(journal.entries).toEqual([1, 2, 3]);
  });

  it("begins anew when not even the header was finished", () => {
    written();
    writeFileSync(path, readFileSync(path, "utf8").slice(0, 10));
    const journal = openJournal<number>(path, base);
    journal.close();
    expect(journal.entries).toEqual([]);
    expect(readFileSync(path, "utf8")).toBe(`${JSON.stringify({ journal: 1, ...base })}\n`);
  });

  it("refuses another seed or size and tells how to mend it", () => {
    written(1);
    expect(() => openJournal(path, { ...base, seed: 2 })).toThrow(/seed 1 and 10 tickets, not seed 2.*--reset/);
    expect(() => openJournal(path, { ...base, tickets: 11 })).toThrow(/not seed 1 and 11 tickets/);
  });

  it("refuses a base that is generated differently than it was", () => {
    written(1);
    expect(() => openJournal(path, { ...base, base: "c" })).toThrow(/this version generates differently.*--reset/);
  });

  it("tells its epoch before it is opened", () => {
    expect(journalEpoch(path)).toBeNull();
    written(1);
    expect(journalEpoch(path)).toBe(1_000);
  });

  it("names the line that is broken in the middle", () => {
    written(1);
    appendFileSync(path, "broken\n4\n");
    expect(() => openJournal(path, base)).toThrow(/sandbox\.jsonl:3 is not JSON/);
  });
});
