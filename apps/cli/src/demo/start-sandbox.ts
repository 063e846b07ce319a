import { fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ConfigError } from "@otai/plugin-api/errors";
import type { SandboxOptions } from "@otai/sandbox/sandbox";
import type { SandboxMessage } from "./sandbox-process.ts";

/** A helpdesk that was just killed may hold its port for a moment. */
const patienceMs = 3_000;

/** Starts the simulated helpdesk in a process of its own, as a real one would be. @throws ConfigError when its port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<{ url: string; stop(): void }> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const started = await tryStart(options);
    if ("url" in started) return started;
    if (started.code === "EADDRINUSE" && Date.now() < deadline) {
      await sleep(300);
      continue;
    }
    if (started.code === "EADDRINUSE") {
      throw new ConfigError(
        `port ${options.port} is in use by another program: stop it, or choose another one for the helpdesk with --sandbox-port or OTAI_SANDBOX_PORT`,
      );
    }
    throw new ConfigError(`the simulated helpdesk did not start: ${started.message}`);
  }
}

function tryStart(options: SandboxOptions): Promise<{ url: string; stop(): void } | { code: string; message: string }> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.resolve("./sandbox-process.ts")), [], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.once("message", (message: SandboxMessage) => {
      if (message.kind === "failed") resolve({ code: message.code, message: message.message });
      else resolve({ url: message.url, stop: () => child.kill("SIGTERM") });
    });
    child.once("exit", (code) => resolve({ code: "", message: `its process ended with code ${code}` }));
    child.send(options);
  });
}
