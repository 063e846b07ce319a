import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { evaluate } from "@otai/intelligence/evaluate";
import type { Example } from "@otai/intelligence/example";

/** Accuracy of scikit-learn's LinearSVC on the same split, in per cent, as published with the design. */
const rows = [
  { set: "banking77", train: "train", target: "label", anchor: 91.3 },
  { set: "banking77", train: "train_10", target: "label", anchor: 74.6 },
  { set: "banking77", train: "train_5", target: "label", anchor: 62.0 },
  { set: "hwu64", train: "train", target: "label", anchor: 88.7 },
  { set: "hwu64", train: "train_10", target: "label", anchor: 71.0 },
  { set: "endava", train: "train", target: "category", anchor: 85.9 },
  { set: "endava", train: "train", target: "business_service", anchor: 64.6 },
] as const;

const { values: options } = parseArgs({
  options: {
    datasets: { type: "string", default: fileURLToPath(new URL("../../shared/datasets", import.meta.url)) },
    only: { type: "string" },
  },
});
const python = process.env.PYTHON ?? "python3";
const peer = fileURLToPath(new URL("./accuracy_peer.py", import.meta.url));

if (!existsSync(options.datasets)) {
  process.stderr.write(`${options.datasets}: there is no such folder, give the data sets with --datasets\n`);
  process.exit(1);
}
const hasPeer = spawnSync(python, ["-c", "import sklearn"], { stdio: "ignore" }).status === 0;
if (!hasPeer)
  process.stderr.write(`${python} has no scikit-learn: no peer figures (set PYTHON to an interpreter that has)\n`);

for (const { set, train, target, anchor } of rows) {
  const name = train === "train" ? set : `${set} ${train.replace("train_", "")}-shot`;
  if (options.only && !`${name} ${target}`.includes(options.only)) continue;
  const trainFile = join(options.datasets, set, `${train}.jsonl`);
  const testFile = join(options.datasets, set, "test.jsonl");
  const before = process.cpuUsage().user;
  const report = evaluate({
    train: read(trainFile, target),
    test: read(testFile, target),
    target,
    clock: () => performance.now(),
  });
  const cpuSeconds = (process.cpuUsage().user - before) / 1e6;
  const peerFigures = hasPeer ? measurePeer(trainFile, testFile, target) : null;
  const figures: [metric: string, value: number | null, anchor: number | null, peer: number | null][] = [
    ["accuracy", 100 * report.accuracy, anchor, peerFigures?.accuracy ?? null],
    ["macro_f1", 100 * report.macro_f1, null, peerFigures?.macro_f1 ?? null],
    ["ece", 100 * report.ece, null, null],
    ...Object.entries(report.coverage).flatMap(([promised, { coverage, precision }]): typeof figures => [
      [`coverage@${promised}`, 100 * coverage, null, null],
      [`precision@${promised}`, precision === null ? null : 100 * precision, 100 * Number(promised), null],
    ]),
    ["train_seconds", report.train_seconds, null, peerFigures?.train_seconds ?? null],
    ["cpu_seconds", cpuSeconds, null, null],
    ["ms_per_ticket", report.latency_ms.mean, null, peerFigures?.ms_per_ticket ?? null],
    ["model_mb", report.model_bytes / 1e6, null, null],
  ];
  for (const [metric, value, figureAnchor, figurePeer] of figures) {
    process.stdout.write(
      `${JSON.stringify({ bench: "accuracy", set: name, target, metric, value: rounded(value), anchor: figureAnchor, peer: rounded(figurePeer) })}\n`,
    );
  }
}

function read(file: string, target: string): Example[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>)
    .map((row) => ({ subject: "", body: row.text!, labels: row[target] ? { [target]: row[target] } : {} }));
}

interface PeerFigures {
  readonly accuracy: number;
  readonly macro_f1: number;
  readonly train_seconds: number;
  readonly ms_per_ticket: number;
}

function measurePeer(train: string, test: string, target: string): PeerFigures {
  const { status, stdout, stderr } = spawnSync(python, [peer, train, test, target], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the peer failed: ${stderr}`);
  return JSON.parse(stdout) as PeerFigures;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
