import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, parse, repository } from "./source-files.ts";

const numbered = (prefix: string, last: number) => Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`);

/** The trap tables of the ticket systems' reference. */
const traps = [...numbered("FD-", 18), ...numbered("FD-S", 14), ...numbered("ZD-", 22)];

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Titles of tests and suites that run; what is skipped proves nothing. */
function titlesIn(path: string): string[] {
  const titles: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const { type, callee, arguments: given } = node as Node;
    if (type === "CallExpression" && runs(callee as Node)) {
      const title = (given as readonly Node[])[0];
      if (title?.type === "Literal") titles.push(String(title.value));
      if (title?.type === "TemplateLiteral") {
        titles.push((title.quasis as { value: { raw: string } }[]).map((quasi) => quasi.value.raw).join("…"));
      }
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parse({ path, text: readFileSync(join(repository, path), "utf8") }).program.body);
  return titles;
}

/** `it`, `test`, `describe`, their `.each(…)` and the like, but not `.skip` and `.todo`. */
function runs(callee: Node): boolean {
  if (callee.type === "Identifier") return ["it", "test", "describe"].includes(callee.name as string);
  if (callee.type === "CallExpression") return runs(callee.callee as Node);
  if (callee.type === "TaggedTemplateExpression") return runs(callee.tag as Node);
  if (callee.type !== "MemberExpression") return false;
  return !["skip", "todo"].includes((callee.property as { name: string }).name) && runs(callee.object as Node);
}

test("every trap of the reference (FD-1…18, FD-S1…14, ZD-1…22) stands in the title of a test", () => {
  const tests = ["packages", "plugins", "apps", "tests"].flatMap((folder) => filesBelow(folder, ".test.ts"));
  const named = new Set(
    tests
      .filter((path) => !path.startsWith("tests/house/"))
      .flatMap((path) => titlesIn(path).flatMap((title) => title.match(/\b(FD-S?|ZD-)\d+\b/g) ?? [])),
  );
  expect(
    traps.filter((trap) => !named.has(trap)),
    "traps without a test",
  ).toEqual([]);
});
