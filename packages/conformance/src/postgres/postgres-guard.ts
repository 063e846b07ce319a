import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import type { ServerUser } from "./server-user.ts";

/**
 * Runs one server as its child and ends it together with the process that asked for it, however that one dies:
 * a killed test run must not leave servers behind.
 */
export interface GuardOrder {
  readonly program: string;
  readonly args: readonly string[];
  readonly user: ServerUser;
  /** Removed when the asking process vanished without an order. */
  readonly folder: string;
}

/** `stop` ends connections and writes a checkpoint; `crash` drops everything, so that the next start recovers. */
export type GuardCommand = "stop" | "crash";
export type GuardReport = { readonly state: "ready" } | { readonly state: "ended"; readonly log: string };

const order = JSON.parse(process.argv[2]!) as GuardOrder;
const server = spawn(order.program, order.args, {
  ...order.user,
  cwd: order.folder,
  env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  stdio: ["ignore", "ignore", "pipe"],
});
const tail: string[] = [];

server.stderr.setEncoding("utf8").on("data", (text: string) => {
  tail.push(text);
  if (tail.length > 50) tail.shift();
  if (text.includes("ready to accept connections")) report({ state: "ready" });
});
server.on("error", (error) => end(error.message));
server.on("close", () => end(tail.join("")));
process.on("message", (command: GuardCommand) => {
  server.kill(command === "stop" ? "SIGINT" : "SIGQUIT");
});
process.on("disconnect", abandon);
// Ctrl+C reaches the whole process group; the order to stop comes through the channel.
process.on("SIGINT", () => {});

function report(state: GuardReport): void {
  if (process.connected) process.send?.(state);
}

function end(log: string): void {
  report({ state: "ended", log });
  process.off("disconnect", abandon);
  if (process.connected) process.disconnect();
}

function abandon(): void {
  server.kill("SIGQUIT");
  server.on("close", () => rmSync(order.folder, { recursive: true, force: true }));
}
