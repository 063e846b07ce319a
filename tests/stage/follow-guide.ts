import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../docs/markdown.ts";
import { dummyEnvironment } from "../docs/sample-installation.ts";
import { npmRun, type ProgramRun, runProgram } from "./run-program.ts";

interface Way {
  /** Where the first command is typed. */
  readonly start: string;
  /** `otai.mjs` of the installation that `otai` stands for. */
  readonly otai: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Step extends ProgramRun {
  /** As the guide shows it, e.g. `npm test`. */
  readonly typed: string;
}

/**
 * Does what a guide says, in order: types its console blocks, and saves each shown configuration as `config.yml` where it then is.
 * Stops at the first command that fails.
 */
export async function followGuide({ blocks }: Document, { start, otai, env }: Way): Promise<Step[]> {
  const steps: Step[] = [];
  let cwd = start;
  let known = env;
  for (const { language, text } of blocks) {
    if (language === "text" && text.startsWith("ticket_systems:")) {
      writeFileSync(join(cwd, "config.yml"), text);
      known = { ...env, ...dummyEnvironment(text) };
    }
    if (language !== "console") continue;
    for (const [, typed = ""] of text.matchAll(/^\$ (.+?)\s*(?:#.*)?$/gm)) {
      const [program, ...args] = typed.split(/\s+/);
      if (program === "cd") {
        cwd = join(cwd, args[0]!);
        mkdirSync(cwd, { recursive: true });
        continue;
      }
      if (program !== "npm" && program !== "otai") throw new Error(`the guide types what is not known here: ${typed}`);
      const where = { cwd, env: known };
      const run = program === "npm" ? await npmRun(args, where) : await runProgram(otai, args, where);
      steps.push({ typed, ...run });
      if (run.code !== 0) return steps;
    }
  }
  return steps;
}
