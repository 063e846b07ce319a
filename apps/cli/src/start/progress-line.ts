export interface ProgressLine {
  /** `total` is `null` where nobody knows it. */
  update(label: string, done: number, total: number | null): void;
  /** A line that stays. */
  say(text: string): void;
}

const barWidth = 24;
/** Elsewhere than on a terminal: a line whenever so much more is done. */
const plainStep = 0.25;
const plainCount = 1000;

/** A bar that redraws itself on a terminal, plain lines in a file or pipe. */
export function createProgressLine(stream: NodeJS.WriteStream): ProgressLine {
  let drawn = false;
  let plain = { label: "", at: 0 };
  const clear = () => {
    if (drawn) stream.write("\r\u001b[K");
    drawn = false;
  };

  function updatePlain(label: string, done: number, total: number | null): void {
    if (label !== plain.label) plain = { label, at: 0 };
    const due = total === null ? done - plain.at >= plainCount : total > 0 && (done - plain.at) / total >= plainStep;
    if (!due) return;
    plain.at = done;
    stream.write(`${label}: ${total === null ? done : `${Math.round((done / total) * 100)} %`}\n`);
  }

  return {
    update(label, done, total) {
      if (!stream.isTTY) return updatePlain(label, done, total);
      clear();
      const share = total === null || total === 0 ? null : Math.min(1, done / total);
      const filled = Math.round((share ?? 0) * barWidth);
      const bar =
        share === null ? "" : ` [${"█".repeat(filled)}${"░".repeat(barWidth - filled)}] ${Math.round(share * 100)} %`;
      stream.write(`${label}${share === null ? ` ${done}` : bar}`.slice(0, (stream.columns ?? 80) - 1));
      drawn = true;
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
  };
}
