import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { findNpm } from "../../scripts/npm.mjs";

export interface ProgramRun {
  readonly code: number | null;
  /** stdout and stderr, in the order in which they were written. */
  readonly output: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a JavaScript file to its end with this process's Node, which its own children find first in their path as well. */
export async function runProgram(file: string, args: readonly string[], where: Surroundings): Promise<ProgramRun> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: where.cwd,
    env: { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter), ...where.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, output };
}

/** What npm needs of the machine; the rest of an outer `npm test` (its `.npmrc`, its prefix) must not reach an installation elsewhere. */
const ofTheMachine =
  /^(HOME|TMPDIR|(https?|no)_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|npm_config_(registry|cache|userconfig|cafile))$/i;
const quiet = { npm_config_audit: "false", npm_config_fund: "false", npm_config_update_notifier: "false" };
/** From the cache where it can; without a network it says so soon. */
const patience = {
  npm_config_prefer_offline: "true",
  npm_config_fetch_retries: "1",
  npm_config_fetch_retry_mintimeout: "500",
  npm_config_fetch_retry_maxtimeout: "2000",
};

export function npmRun(args: readonly string[], where: Surroundings): Promise<ProgramRun> {
  const machine = Object.entries(process.env).flatMap(([name, value]) =>
    ofTheMachine.test(name) && value !== undefined ? [[name, value] as const] : [],
  );
  return runProgram(findNpm(), args, {
    ...where,
    env: { ...Object.fromEntries(machine), ...quiet, ...patience, ...where.env },
  });
}
