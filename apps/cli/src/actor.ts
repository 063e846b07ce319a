import { userInfo } from "node:os";

/** Who sits at the terminal, for the audit. */
export function actor(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // A container may run under a uid without a name.
    return `cli:${process.getuid?.() ?? "unknown"}`;
  }
}
