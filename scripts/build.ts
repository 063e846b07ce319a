// `npm run build [-- folder]`: everything that is published, as it is published: staged packages and their tarballs.
import { mkdirSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ExplainedError } from "./npm.mjs";
import { packTarballs } from "./stage/pack-tarballs.ts";
import { stagePackages } from "./stage/stage-packages.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const target = resolve(process.argv[2] ?? join(repository, "stage"));
// A folder of its own below, because everything in it is replaced.
const [packages, tarballs] = [join(target, "packages"), join(target, "tarballs")];
for (const folder of [packages, tarballs]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

try {
  const staged = stagePackages(repository, packages);
  for (const { name, version, tarball } of await packTarballs(staged, tarballs)) {
    process.stdout.write(`${name} ${version}  ${relative(process.cwd(), tarball)}\n`);
  }
} catch (error) {
  if (!(error instanceof ExplainedError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
