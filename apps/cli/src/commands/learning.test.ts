import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const topics = {
  billing: ["invoice", "refund", "charged twice", "credit card"],
  network: ["vpn", "wifi", "no internet", "slow connection"],
};

/** Invented solved tickets, both queues in turn. */
function solved(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const [queue, words] = Object.entries(topics)[at % 2]!;
    const word = words[Math.floor(at / 2) % words.length];
    const created_at = new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString();
    return JSON.stringify({ id: `T-${at}`, text: `Question ${at} about ${word}, please help`, queue, created_at });
  });
  return `${rows.join("\n")}\n`;
}

describe("otai train, classify and evaluate", () => {
  let folder: string;
  const run = (...args: string[]) => runCli(args, { cwd: folder });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "otai-learning-"));
    await writeFile(join(folder, "solved.jsonl"), solved(240));
    await writeFile(join(folder, "new.jsonl"), `${solved(3)}\n{"id":7,"text":""}\n{"text":"zebra safari lodge"}\n`);
    await writeFile(join(folder, "broken.jsonl"), '{"text":"a","queue":"x"}\n{"text":"a",\n');
    expect(
      await run("train", "--data", "solved.jsonl", "--target", "queue", "--time", "created_at", "--out", "model"),
    ).toMatchObject({ code: 0 });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("classify prints one JSON line per ticket, with a reason where it abstains", async () => {
    const { code, stdout } = await run("classify", "--model", "model", "--data", "new.jsonl");
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.map(({ id }) => id)).toEqual(["T-0", "T-1", "T-2", "7", "6"]);
    expect(lines.map(({ predictions }) => predictions.queue.value).slice(0, 3)).toEqual([
      "billing",
      "network",
      "billing",
    ]);
    expect(lines.map(({ predictions }) => predictions.queue.abstain_reason)).toEqual([
      null,
      null,
      null,
      "empty_text",
      "novel_topic",
    ]);
    expect(Object.keys(lines[0].predictions.queue)).toEqual([
      "value",
      "confidence",
      "abstained",
      "abstain_reason",
      "alternatives",
    ]);
  });

  it("train --json and evaluate --json print one document on stdout and nothing else", async () => {
    const trained = await run("train", "--data", "solved.jsonl", "--target", "queue", "--out", "second", "--json");
    expect(JSON.parse(trained.stdout)).toMatchObject({ out: "second", targets: ["queue"], rows: 240 });
    const { stdout } = await run(
      "evaluate",
      "--train",
      "solved.jsonl",
      "--test",
      "solved.jsonl",
      "--target",
      "queue",
      "--json",
    );
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      target: "queue",
      classes: 2,
      train_rows: 240,
      test_rows: 240,
      accuracy: 1,
      oos: null,
    });
    for (const figure of ["macro_f1", "ece", "train_seconds", "predict_per_second", "model_bytes", "rss_mb"]) {
      expect(report[figure]).toEqual(expect.any(Number));
    }
    expect(Object.keys(report.coverage)).toEqual(["0.90", "0.95", "0.99"]);
  });

  it.each([
    [["train", "--data", "broken.jsonl", "--target", "queue", "--out", "m"], /^broken\.jsonl:2: this is no JSON/],
    [["train", "--data", "none.jsonl", "--target", "queue", "--out", "m"], /^none\.jsonl: there is no such file\n$/],
    [["train", "--data", "solved.jsonl", "--target", "team", "--out", "m"], /no row has a value in field "team"/],
    [
      ["train", "--data", "solved.jsonl", "--target", "queue", "--body", "b", "--out", "m"],
      /^solved\.jsonl:1: there is no field "b" \(fields: id, text, queue, created_at\)/,
    ],
    [
      ["train", "--data", "solved.jsonl", "--target", "queue", "--out", "solved.jsonl"],
      /^solved\.jsonl: this is a file/,
    ],
    [
      ["train", "--data", "solved.jsonl", "--target", "queue", "--time", "text", "--out", "m"],
      /^solved\.jsonl:1: field "text" must be a time/,
    ],
    [["classify", "--model", "nowhere"], /^nowhere: there is no model in this folder/],
  ])("%j names what is wrong in one line and exits with 1", async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("a target with the labels of a tone is learned with what the lexicons say: words tell that no row has", async () => {
    const moods = { positive: ["great", "lovely", "splendid"], negative: ["awful", "terrible", "useless"] };
    const rows = Object.entries(moods).flatMap(([sentiment, words]) =>
      words.flatMap((word) =>
        ["printer", "form", "parcel"].map((thing) => ({ text: `a ${word} ${thing}`, sentiment })),
      ),
    );
    const unseen = [
      { text: "a horrendous lamp", sentiment: "negative" },
      { text: "a magnificent lamp", sentiment: "positive" },
    ];
    const lines = (list: readonly object[]) => list.map((row) => `${JSON.stringify(row)}\n`).join("");
    await writeFile(join(folder, "moods.jsonl"), lines(rows));
    await writeFile(join(folder, "unseen.jsonl"), lines(unseen));
    const trained = await run("train", "--data", "moods.jsonl", "--target", "sentiment", "--out", "tone", "--json");
    expect(JSON.parse(trained.stdout).languages.en).toBeGreaterThan(0.5);
    const { stdout } = await run("classify", "--model", "tone", "--data", "unseen.jsonl");
    const values = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).predictions.sentiment.value);
    expect(values).toEqual(["negative", "positive"]);
    const judged = await run(
      ...["evaluate", "--train", "moods.jsonl", "--test", "unseen.jsonl", "--target", "sentiment", "--json"],
    );
    expect(JSON.parse(judged.stdout).accuracy).toBe(1);
  });

  it("S11: refuses a model of which a byte was altered", async () => {
    const path = join(folder, "model", "model.bin");
    const bytes = await readFile(path);
    bytes[1000]! ^= 1;
    await writeFile(path, bytes);
    const { code, stderr } = await run("classify", "--model", "model", "--data", "new.jsonl");
    expect(code).toBe(1);
    expect(stderr).toContain("its hash differs");
  });
});
