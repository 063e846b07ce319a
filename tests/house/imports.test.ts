import { describe, expect, test } from "vitest";
import { allowedImports, forTests } from "./allowed-imports.ts";
import { packageOf, readImports } from "./read-imports.ts";
import { readManifest, sourceFiles, workspacePackages } from "./source-files.ts";

const packages = workspacePackages();
const ours = new Set(packages.map(({ manifest }) => manifest.name));
const edges = sourceFiles().flatMap(readImports);

/** Dependencies that are not imported, each with its reason. */
const notImported: Readonly<Record<string, string>> = {
  "otai > otai-freshdesk": "plugins are found by their name in the configuration, never imported",
  "otai > otai-zendesk": "plugins are found by their name in the configuration, never imported",
  "otai > otai-llm": "plugins are found by their name in the configuration, never imported",
  "otai > otai-transformers": "plugins are found by their name in the configuration, never imported",
  "otai > otai-zammad": "plugins are found by their name in the configuration, never imported",
  "otai > otai-otobo-znuny": "plugins are found by their name in the configuration, never imported",
  "otai > otai-webhook": "plugins are found by their name in the configuration, never imported",
};

describe("the direction of imports (docs/architecture.md)", () => {
  test("the graph was read: edges of each kind are in it", () => {
    expect(new Set(edges.map(({ kind }) => kind))).toEqual(new Set(["value", "type", "test"]));
    expect(edges).toContainEqual({
      path: "packages/store/src/inbox.ts",
      from: "@otai/store",
      specifier: "@otai/core/ports/inbox",
      kind: "value",
    });
  });

  test("every workspace package has a row in the table", () => {
    const without = packages.filter(({ manifest, folder }) => allowedImports(manifest.name, folder) === undefined);
    expect(without.map(({ folder }) => folder)).toEqual([]);
  });

  test.each(packages.map(({ folder, manifest }) => ({ folder, name: manifest.name })))(
    "$folder imports only what its row allows",
    ({ folder, name }) => {
      const allowed = allowedImports(name, folder) ?? { value: [] };
      const roots = {
        value: [name, ...allowed.value],
        type: [name, ...allowed.value, ...(allowed.type ?? [])],
        test: [name, ...allowed.value, ...(allowed.type ?? []), ...(allowed.test ?? []), ...forTests],
      };
      const forbidden = edges
        .filter((edge) => edge.from === name && ours.has(packageOf(edge.specifier)))
        .filter(({ kind, specifier }) => !roots[kind].some((root) => `${specifier}/`.startsWith(`${root}/`)));
      expect(forbidden.map(({ path, kind, specifier }) => `${path}: ${kind} import of ${specifier}`)).toEqual([]);
    },
  );

  test("no package reaches into another by a relative path", () => {
    const escapes = sourceFiles().flatMap(({ path, owner, text }) =>
      [...text.matchAll(/from "(\.[^"]+)"/g)]
        .map(([, specifier]) => ({ specifier: specifier!, target: new URL(specifier!, `file:///${path}`).pathname }))
        .filter(({ target }) => !target.startsWith(`/${owner.folder}/`))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(escapes).toEqual([]);
  });
});

describe("dependencies of a package and its imports", () => {
  const rootTools = new Set(Object.keys(readManifest(".").devDependencies ?? {}));

  test("what is imported is a dependency", () => {
    const missing = new Set<string>();
    for (const { manifest } of packages) {
      const known = new Set([
        manifest.name,
        ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.devDependencies }),
      ]);
      for (const edge of edges.filter(({ from }) => from === manifest.name)) {
        const name = packageOf(edge.specifier);
        const fine = edge.kind === "test" && (rootTools.has(name) || forTests.some((helper) => helper === name));
        if (!known.has(name) && !fine) missing.add(`${manifest.name} lacks ${name} (${edge.path})`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  test("what is a dependency is imported", () => {
    const idle = packages.flatMap(({ manifest }) => {
      const used = new Set(
        edges.filter(({ from }) => from === manifest.name).map(({ specifier }) => packageOf(specifier)),
      );
      return Object.keys(manifest.dependencies ?? {})
        .filter((name) => !used.has(name) && notImported[`${manifest.name} > ${name}`] === undefined)
        .map((name) => `${manifest.name} does not import ${name}`);
    });
    expect(idle).toEqual([]);
  });
});
