import { spawn } from "node:child_process";

/** Opens a page where a person sits in front of a desktop; elsewhere, and when it fails, the address is on the screen anyway. */
export function openBrowser(url: string): void {
  if (!process.stdout.isTTY || process.env.CI !== undefined) return;
  const command =
    process.platform === "darwin" ? "open" : process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? "xdg-open" : null;
  if (command === null) return;
  spawn(command, [url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
