import { writeFileSync } from "node:fs";

/** Counts what vitest reports and writes it to the file named by OTAI_TEST_SUMMARY, for scripts/test.mjs. */
export default class SummaryReporter {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const summary = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) {
      // A file that cannot be loaded and a failing beforeAll have no failing test to show for it.
      const suites = [module, ...module.children.allSuites()];
      for (const suite of suites) summary.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") summary.passed += 1;
        else if (result.state === "failed") summary.failed += 1;
        else
          summary.skipped.push({
            title: `${module.relativeModuleId} > ${test.fullName}`,
            reason: reasonOf(test, result),
          });
      }
    }
    writeFileSync(process.env.OTAI_TEST_SUMMARY, JSON.stringify(summary));
  }
}

function reasonOf(test, result) {
  if (result.state === "pending") return "not run, the run was interrupted";
  return result.note ?? (test.options.mode === "todo" ? "to do" : "no reason given");
}
