import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const topics = {
  billing: ["invoice", "refund", "charged twice", "credit card"],
  network: ["vpn", "wifi", "no internet", "slow connection"],
};

interface Row {
  readonly id: string;
  readonly text: string;
  readonly queue: string;
  readonly created_at: string;
}

/** Invented solved tickets, both queues in turn, one an hour. */
const rows: Row[] = Array.from({ length: 240 }, (_, at) => {
  const [queue, words] = Object.entries(topics)[at % 2]!;
  const word = words[Math.floor(at / 2) % words.length];
  const created_at = new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString();
  return { id: `T-${at}`, text: `Question ${at} about ${word},\nplease "help"`, queue, created_at };
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const jsonl = (all: readonly Row[]) => all.map((row) => `${JSON.stringify(row)}\n`).join("");
const csv = (all: readonly Row[]) =>
  `id;Message;Group;Created at\r\n${all.map((row) => [row.id, quoted(row.text), row.queue, row.created_at].join(";")).join("\r\n")}\r\n`;
const mbox = (all: readonly Row[]) =>
  all
    .map(({ id, text, queue, created_at }) =>
      [
        `From desk@example.example ${new Date(created_at).toUTCString()}`,
        `Message-ID: <${id}@example.example>`,
        `Date: ${new Date(created_at).toUTCString()}`,
        `Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=`,
        `X-Queue: ${queue}`,
        "",
        text,
        "",
      ].join("\n"),
    )
    .join("\n");

describe("F03: otai backtest", () => {
  let folder: string;
  const run = (...args: string[]) => runCli(["backtest", ...args], { cwd: folder });
  const json = async (...args: string[]) => JSON.parse((await run(...args, "--json")).stdout);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "otai-backtest-"));
    await writeFile(join(folder, "solved.jsonl"), jsonl(rows));
    await writeFile(join(folder, "later.jsonl"), jsonl([...rows].reverse()));
    await writeFile(join(folder, "solved.csv"), csv(rows));
    await writeFile(join(folder, "solved.mbox"), mbox(rows));
    await writeFile(join(folder, "broken.csv"), "text,queue,created_at\na,b\n");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("gives coverage and precision at each promise, in order of time whatever the order of the rows", async () => {
    const report = await json("--data", "solved.jsonl", "--target", "queue", "--time", "created_at");
    expect(report).toMatchObject({ target: "queue", classes: 2, rows: 240 });
    expect(Object.keys(report.coverage)).toEqual(["0.80", "0.85", "0.90", "0.95", "0.97", "0.99"]);
    expect(report.coverage["0.95"].precision).toBeGreaterThan(0.95);
    expect(report.coverage["0.95"].coverage).toBeGreaterThan(0.3);
    expect(report.per_label.map(({ label }: { label: string }) => label)).toEqual(["billing", "network"]);
    const later = await json("--data", "later.jsonl", "--target", "queue", "--time", "created_at");
    const times = ({ from, to, rows }: Record<string, number>) => [from, to, rows];
    expect(later.slices.map(times)).toEqual(report.slices.map(times));
  });

  it("reads CSV with quotes, line breaks and a head of its own", async () => {
    const columns = ["--text", "Message", "--target", "Group", "--time", "Created at"];
    const report = await json("--data", "solved.csv", ...columns);
    expect(report).toMatchObject({ target: "Group", rows: 240, accuracy: expect.toSatisfy((share) => share > 0.9) });
  });

  it("reads a mailbox; the label is a header", async () => {
    const report = await json("--data", "solved.mbox", "--target", "X-Queue");
    const named = await json("--data", "solved.mbox", "--target", "X-Queue", "--time", "created_at");
    expect(named.slices).toEqual(report.slices);
    expect(report).toMatchObject({ target: "X-Queue", rows: 240, accuracy: expect.toSatisfy((share) => share > 0.9) });
  });

  it("prints a table for people", async () => {
    const { code, stdout } = await run("--data", "solved.jsonl", "--target", "queue", "--time", "created_at");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^promised +would be automated +right +wrong +precision$/m);
    expect(stdout).toMatch(/^95\.0 % +\d+\.\d %/m);
    expect(stdout).toMatch(/^billing +\d+/m);
  });

  it("says what is wrong, and where", async () => {
    const missing = await run("--data", "solved.jsonl", "--target", "queue");
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain("give --data, --target and --time, or --ticket-system");
    const broken = await run("--data", "broken.csv", "--target", "queue", "--time", "created_at");
    expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining("broken.csv: row 2 has 2 fields") });
    const timeless = await run("--data", "solved.csv", "--text", "Message", "--target", "Group", "--time", "When");
    expect(timeless).toMatchObject({ code: 1, stderr: expect.stringContaining('row 2: field "When" must be a time') });
  });
});
