import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, readManifest, repository, workspacePackages } from "../house/source-files.ts";
import { documents } from "./markdown.ts";
import "../../examples/plugin-sample/src/conformance.test.ts";

test("the sample asks for what the workspace has: our packages in the version in step, others in the same one", () => {
  const sample = readManifest("examples/plugin-sample");
  const versions = new Map<string, string>();
  for (const { manifest } of [...workspacePackages(), { manifest: readManifest(".") }]) {
    versions.set(manifest.name, manifest.version);
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      versions.set(name, version);
    }
  }
  const asked = { ...sample.dependencies, ...sample.devDependencies };
  expect(asked).toEqual(Object.fromEntries(Object.keys(asked).map((name) => [name, versions.get(name)])));
});

test("the code that the guide shows stands in the sample", () => {
  const guide = documents().find(({ path }) => path === "docs/guides/write-a-ticket-system-plugin.md")!;
  const shown = guide.blocks.filter(({ language }) => language === "ts" || language === "json");
  const sample = filesBelow("examples/plugin-sample", ".ts", ".json").map((path) =>
    readFileSync(join(repository, path), "utf8"),
  );
  const elsewhere = shown.filter(({ text }) => !sample.some((file) => file.includes(text)));
  expect(shown.length).toBeGreaterThan(5);
  expect(elsewhere.map(({ line }) => `line ${line}`)).toEqual([]);
});
