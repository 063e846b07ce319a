import type { Progress } from "@otai/intelligence/progress";

/** Progress on stderr: a line that changes on a terminal, one line per step elsewhere. */
export function showProgress(output: NodeJS.WriteStream = process.stderr): (progress: Progress) => void {
  let step = "";
  return (progress) => {
    if (!output.isTTY) {
      if (progress.step !== step) output.write(`${progress.step}\n`);
      step = progress.step;
      return;
    }
    const percent = Math.floor((100 * progress.done) / Math.max(progress.total, 1));
    output.write(`\r\x1b[K${progress.step} ${percent} %${progress.done >= progress.total ? "\n" : ""}`);
  };
}
