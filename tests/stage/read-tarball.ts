import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const block = 512;

/** Names of the files in an npm package, without the leading `package/`. Reads ustar headers (POSIX pax, "ustar Interchange Format"). */
export function filesInTarball(path: string): string[] {
  const bytes = gunzipSync(readFileSync(path));
  const text = (at: number, length: number) => bytes.toString("utf8", at, at + length).replace(/\0.*$/s, "");
  const names: string[] = [];
  for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const prefix = text(at + 345, 155);
    names.push(`${prefix === "" ? "" : `${prefix}/`}${text(at, 100)}`.replace(/^package\//, ""));
    at += block + Math.ceil(size / block) * block;
  }
  return names;
}
