import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Check, Finding } from "./check.ts";

/**
 * Runs the checks one after the other and prints each as it is done.
 * @returns 2 when something could not be reached, else 0: what is missing is advice, not a failure
 */
export async function runChecks(checks: readonly Check[], print: (text: string) => void): Promise<ExitCode> {
  const states: Finding["state"][] = [];
  for (const check of checks) {
    print(`${check.title}\n`);
    for (const finding of await check.run()) {
      states.push(finding.state);
      print(lines(finding));
    }
  }
  const open = states.filter((state) => state !== "ok").length;
  print(open === 0 ? "\nAll is well.\n" : `\n${open} ${open === 1 ? "point needs" : "points need"} attention.\n`);
  return states.includes("failed") ? exitCodes.otherSide : exitCodes.done;
}

function lines({ state, what, steps }: Finding): string {
  const numbered = steps.map((step, at) => `${" ".repeat(12)}${at + 1}. ${step}\n`);
  return `  ${state.padEnd(8)}  ${what}\n${numbered.join("")}`;
}
