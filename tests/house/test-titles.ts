import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, parse, repository } from "./source-files.ts";

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

/** Titles of all tests of the repository but those about the repository itself. */
export function titlesOfTests(): string[] {
  return ["packages", "plugins", "apps", "tests"]
    .flatMap((folder) => filesBelow(folder, ".test.ts"))
    .filter((path) => !path.startsWith("tests/house/"))
    .flatMap(titlesIn);
}
