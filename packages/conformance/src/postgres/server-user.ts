import { readFileSync } from "node:fs";
import { PostgresMissingError } from "./postgres-missing-error.ts";

/** Who runs the server: `{}` is ourselves. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root; then `nobody` runs it. */
export function chooseServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["nobody", "daemon"]) {
    const line = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((entry) => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(":") ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new PostgresMissingError(
    "PostgreSQL does not run as root, and /etc/passwd knows no other user that could run it",
  );
}
