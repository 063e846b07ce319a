// `node scripts/complete-lock.mjs`, after a change of package-lock.json on a machine whose registry mirror lacks the
// binaries of other platforms: npm leaves those optional packages out, and then `npm ci` refuses the lock everywhere.
// Adds them by name, version and platform. Without an integrity hash, which only the full registry could tell:
// running `npm install` there replaces these entries by complete ones.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const added = [];

for (const [parent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolve(parent, name) !== undefined) continue;
    const place = `${folderFor(parent, name)}node_modules/${name}`;
    lock.packages[place] = {
      version,
      ...platformOf(name),
      ...(entry.dev ? { dev: true } : {}),
      license: entry.license,
      optional: true,
    };
    added.push(`${name}@${version}`);
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = Object.fromEntries(sorted);
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added.length} added${added.map((one) => `\n  ${one}`).join("")}\n`);

/** Looks a name up as Node does: beside the parent, then in each folder above. */
function resolve(parent, name) {
  for (let folder = `${parent}/`; ; folder = folder.replace(/(?:^|(?<=\/))node_modules\/(?:@[^/]+\/)?[^/]+\/$/, "")) {
    const found = lock.packages[`${folder === "/" ? "" : folder}node_modules/${name}`];
    if (found !== undefined) return found;
    if (folder === "" || folder === "/") return undefined;
  }
}

/** Beside the sibling binary of the same version, so that two versions of one parser do not meet. */
function folderFor(parent, name) {
  const scope = name.split("/")[0];
  const nested = Object.keys(lock.packages).some((place) => place.startsWith(`${parent}/node_modules/${scope}/`));
  const above = /^(.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+$/.exec(parent)?.[1] ?? "";
  return nested ? `${parent}/` : above;
}

function platformOf(name) {
  const [, os, cpu, libc] =
    /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(\w+))?$/.exec(name);
  const kind = libc?.startsWith("musl") ? { libc: ["musl"] } : libc?.startsWith("gnu") ? { libc: ["glibc"] } : {};
  return { cpu: [cpu], ...kind, os: [os] };
}
