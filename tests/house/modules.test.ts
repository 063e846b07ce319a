import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { moduleState } from "./module-state.ts";
import { parse, type SourceFile, sourceFiles, workspacePackages } from "./source-files.ts";

const files = sourceFiles();
const banned = /(^|[-.])(utils?|helpers?|misc|managers?|common|shared|stuff)([-.]|$)/;

/** Lines from which on a file is shown as due to be divided, and from which on it must be. */
const long = 250;
const longest = 300;
/** Files that may be longer, each with its reason. Empty is right. */
const mayBeLonger: Readonly<Record<string, string>> = {};

/** Programs of their own, started as a process or loaded by a page; nobody imports them, so their state is nobody's surprise. */
const programs = ["packages/host/src/http/page/page.js", "packages/conformance/src/postgres/postgres-guard.ts"];

/** `export * from`, or a file that holds nothing but re-exports. */
function passesOnOnly(file: SourceFile): boolean {
  const { program } = parse(file);
  const passesOn = program.body.filter(
    (node) => node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && node.source !== null),
  );
  return (
    passesOn.some(({ type }) => type === "ExportAllDeclaration") ||
    (passesOn.length > 0 && passesOn.length === program.body.length)
  );
}

describe("files and names", () => {
  test("there are no barrels: no index file, no package root that exports everything", () => {
    const barrels = files.filter(({ path }) => /^index\.(ts|js|mjs)$/.test(basename(path))).map(({ path }) => path);
    const onlyPassingOn = files.filter(passesOnOnly).map(({ path }) => `${path} only re-exports`);
    const roots = workspacePackages()
      .filter(({ folder, manifest }) => !folder.startsWith("plugins/") && manifest.exports?.["."] !== undefined)
      .map(({ folder }) => `${folder} exports its root`);
    expect([...barrels, ...onlyPassingOn, ...roots]).toEqual([]);
  });

  test("a file is named after its concept, never utils, helpers, misc or manager", () => {
    expect(files.filter(({ path }) => banned.test(basename(path))).map(({ path }) => path)).toEqual([]);
  });

  test(`no file is longer than ${longest} lines`, () => {
    const lengths = files
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > long)
      .sort((a, b) => b.lines - a.lines);
    for (const { path, lines } of lengths) console.info(`${lines} lines: ${path}`);
    const tooLong = lengths.filter(({ path, lines }) => lines > longest && mayBeLonger[path] === undefined);
    expect(tooLong.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });
});

describe("module state", () => {
  test("no module keeps state: no top-level let, no top-level collection that is changed", () => {
    const state = files
      .filter(({ kind }) => kind === "source")
      .filter(({ path }) => !programs.includes(path))
      .flatMap((file) => moduleState(file).map((what) => `${file.path}: ${what}`));
    expect(state).toEqual([]);
  });

  test.each([
    ["let count = 0;", ["let count"]],
    ["export const seen = new Set();\nexport function see(x) { seen.add(x); }", ["seen is changed"]],
    ["const list = [];\nfunction f() { list[0] = 1; }", ["list is changed"]],
    ["const table = { a: 1 };\nfunction f() { delete table.a; }", ["table is changed"]],
    ["const known = new Map([[1, 2]]);\nexport const get = (x) => known.get(x);", []],
    ["const rows = [];\nfunction f() { const rows = []; rows.push(1); return rows; }", []],
    ["const rows = [];\nfunction f(rows) { rows.push(1); }", []],
  ])("this rule sees through %j", (text, expected) => {
    expect(moduleState({ path: "sample.ts", text })).toEqual(expected);
  });
});
