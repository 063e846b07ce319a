import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, parse, repository } from "./source-files.ts";

const numbered = (prefix: string, last: number) => Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`);

/** The trap tables of the ticket systems' reference. */
const traps = [
  ...numbered("FD-", 18),
  ...numbered("FD-S", 14),
  ...numbered("ZD-", 22),
  ...numbered("ZM-", 18),
  ...numbered("OT-", 23),
  ...numbered("GW-", 8),
];

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Titles of tests and suites that run, rows of `.each` tables filled in; what is skipped proves nothing. */
function titlesIn(path: string): string[] {
  const titles: string[] = [];
  visit(
    parse({ path, text: readFileSync(join(repository, path), "utf8") }).program.body,
    ({ type, callee, ...node }) => {
      if (type !== "CallExpression" || !runs(callee as Node)) return;
      const title = stringsIn((node.arguments as readonly Node[])[0]).join("…");
      const table = (callee as Node).type === "CallExpression" ? (callee as Node).arguments : [];
      titles.push(title, ...(/[%$]\w/.test(title) ? stringsIn(table) : []));
    },
  );
  return titles;
}

function stringsIn(root: unknown): string[] {
  const strings: string[] = [];
  visit(root, ({ type, value }) => {
    if (type === "Literal" && typeof value === "string") strings.push(value);
    if (type === "TemplateElement") strings.push((value as { raw: string }).raw);
  });
  return strings;
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) see(node as Node);
  for (const child of Object.values(node)) visit(child, see);
}

/** `it`, `test`, `describe`, their `.each(…)` and the like, but not `.skip` and `.todo`. */
function runs(callee: Node): boolean {
  if (callee.type === "Identifier") return ["it", "test", "describe"].includes(callee.name as string);
  if (callee.type === "CallExpression") return runs(callee.callee as Node);
  if (callee.type === "TaggedTemplateExpression") return runs(callee.tag as Node);
  if (callee.type !== "MemberExpression") return false;
  return !["skip", "todo"].includes((callee.property as { name: string }).name) && runs(callee.object as Node);
}

test("every trap of the reference (FD-1…18, FD-S1…14, ZD-1…22, ZM-1…18, OT-1…23, GW-1…8) stands in the title of a test", () => {
  const tests = ["packages", "plugins", "apps", "tests"].flatMap((folder) => filesBelow(folder, ".test.ts"));
  const named = new Set(
    tests
      .filter((path) => !path.startsWith("tests/house/"))
      .flatMap((path) => titlesIn(path).flatMap((title) => title.match(/\b(FD-S?|ZD-|ZM-|OT-|GW-)\d+\b/g) ?? [])),
  );
  expect(
    traps.filter((trap) => !named.has(trap)),
    "traps without a test",
  ).toEqual([]);
});
