import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findNpm, runNpm } from "../npm.mjs";
import type { StagedPackage } from "./stage-packages.ts";

export interface PackedPackage extends StagedPackage {
  /** Absolute path of the `.tgz`. */
  readonly tarball: string;
}

/** Packs the staged packages with npm into the folder. @throws ExplainedError with npm's own words. */
export async function packTarballs(staged: readonly StagedPackage[], folder: string): Promise<PackedPackage[]> {
  const folders = staged.map((one) => one.folder);
  await runNpm(process.execPath, findNpm(), ["pack", ...folders, "--pack-destination", folder], folder);
  const packed = staged.map((one) => ({ ...one, tarball: join(folder, tarballName(one)) }));
  const files = new Set(readdirSync(folder));
  const missing = packed.filter((one) => !files.has(tarballName(one))).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`npm pack made no tarball of ${missing.join(", ")}`);
  return packed;
}

/** As npm calls it: `@otai/core` 0.1.0 is `otai-core-0.1.0.tgz`. */
function tarballName({ name, version }: StagedPackage): string {
  return `${name.replace(/^@/, "").replace("/", "-")}-${version}.tgz`;
}
