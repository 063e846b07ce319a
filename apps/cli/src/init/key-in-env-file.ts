import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";

/** Adds `NAME=value` to the file unless the name stands there already; only the owner may read it. */
export function addToEnvFile(path: string, name: string, value: string): void {
  const present = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (parseEnv(present)[name]) return;
  const separator = present === "" || present.endsWith("\n") ? "" : "\n";
  // A quote inside would end the value: such a key goes between the other quotes.
  const quoted = value === "" ? "" : value.includes("'") ? `"${value}"` : `'${value}'`;
  writeFileSync(path, `${present}${separator}${name}=${quoted}\n`, { mode: 0o600 });
}
