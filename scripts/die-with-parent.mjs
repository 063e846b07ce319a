// Loaded with `--import` into npm: a killed set-up must not leave an npm that goes on writing under the next one.
// At once and without npm's own clean-up, because what it leaves behind is installed anew anyway.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.channel.unref();
}
