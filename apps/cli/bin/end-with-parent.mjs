// Loaded with `--import` into a child that was started with an IPC channel: when the parent is gone, however it went,
// the channel closes, and the child is asked to stop and then made to.
const graceMs = 8_000;

if (process.channel) {
  // Only for this process: what it forks has channels of its own.
  const mark = process.execArgv.findIndex((argument) => argument.includes("end-with-parent.mjs"));
  if (mark >= 0) process.execArgv.splice(mark - 1, 2);

  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    process.kill(process.pid, "SIGTERM");
  });
  // The channel alone must not keep a finished program alive.
  process.channel.unref();
}
