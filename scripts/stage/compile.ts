import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ExplainedError } from "../npm.mjs";

/**
 * Compiles the sources of all packages at once, tests left out, to JavaScript and declarations below `target`, in the folders
 * that they have in the repository.
 * @throws ExplainedError with what the compiler says.
 */
export function compile(repository: string, target: string): void {
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  const project = join(repository, "scripts/stage/tsconfig.build.json");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", project, "--outDir", target], {
    encoding: "utf8",
  });
  if (status !== 0) throw new ExplainedError(`The packages cannot be compiled:\n${stdout}${stderr}`.trimEnd());
}
