import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** All benchmarks one after the other, each in a process of its own; stdout is one JSON line per figure. */
const benchmarks = [
  "triage.ts",
  "store.ts",
  "accuracy.ts",
  "personal-data.ts",
  "services/triage.ts",
  "services/reply.ts",
  "services/sentiment.ts",
  "services/qa.ts",
  "services/knowledge-base.ts",
];

let failed = 0;
for (const name of benchmarks) {
  process.stderr.write(`${name} …\n`);
  const { status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL(name, import.meta.url)), ...process.argv.slice(2)],
    {
      stdio: "inherit",
    },
  );
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
