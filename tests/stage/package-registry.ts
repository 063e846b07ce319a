import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type AnsweringServer, startServer } from "../../apps/cli/src/testing/answering-server.ts";
import type { PackedPackage } from "../../scripts/stage/pack-tarballs.ts";

/**
 * An npm registry of the packed packages alone. As the registry of the scope `@otai` it lets `npm install` do what it will do once
 * they are published.
 */
export async function startRegistry(packed: readonly PackedPackage[]): Promise<AnsweringServer> {
  // npm caches by address, and a port may come again with other contents.
  const root = `/${randomUUID()}`;
  const server = await startServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "").slice(root.length + 1);
    const asked = packed.find((one) => path === one.name || path === basename(one.tarball));
    if (asked === undefined) response.writeHead(404).end("{}");
    else if (path === asked.name) response.end(JSON.stringify(packument(asked, `${server.url}${root}`)));
    else response.end(readFileSync(asked.tarball));
  });
  return { ...server, url: `${server.url}${root}/` };
}

/** What npm asks of a package before it fetches it (npm registry API, "package metadata"). */
function packument({ name, version, folder, tarball }: PackedPackage, root: string) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as object;
  const integrity = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  const dist = { tarball: `${root}/${basename(tarball)}`, integrity };
  return { name, "dist-tags": { latest: version }, versions: { [version]: { ...manifest, dist } } };
}
