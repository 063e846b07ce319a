import { parse } from "./source-files.ts";

type Node = { readonly type: string; readonly [key: string]: unknown };

const mutators = new Set([
  ...["set", "add", "delete", "clear"],
  ...["push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill", "copyWithin"],
]);

/** Top-level `let`/`var`, and top-level constants whose content is changed somewhere in the file. */
export function moduleState(file: { readonly path: string; readonly text: string }): string[] {
  const body = parse(file).program.body as unknown as readonly Node[];
  const found: string[] = [];
  const constants = new Set<string>();
  for (const statement of body) {
    const declaration = (
      statement.type === "ExportNamedDeclaration" ? statement.declaration : statement
    ) as Node | null;
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const declarator of declaration.declarations as readonly Node[]) {
      const { name } = declarator.id as { name?: string };
      if (declaration.kind !== "const") found.push(`${declaration.kind as string} ${name ?? "…"}`);
      else if (name !== undefined) constants.add(name);
    }
  }
  const visit = (node: unknown, shadowed: ReadonlySet<string>): void => {
    if (Array.isArray(node)) {
      for (const child of node) visit(child, shadowed);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    const current = node as Node;
    const inner = isFunction(current) ? new Set([...shadowed, ...localNames(current)]) : shadowed;
    const changed = changedName(current);
    if (changed !== null && constants.has(changed) && !inner.has(changed)) found.push(`${changed} is changed`);
    for (const [key, child] of Object.entries(current)) if (key !== "type") visit(child, inner);
  };
  visit(body, new Set());
  return [...new Set(found)];
}

function isFunction({ type }: Node): boolean {
  return type === "FunctionDeclaration" || type === "FunctionExpression" || type === "ArrowFunctionExpression";
}

/** Parameters and variables of a function, wherever in it they are declared. */
function localNames(root: Node): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown, binding: boolean): void => {
    if (Array.isArray(node)) for (const child of node) visit(child, binding);
    else if (typeof node === "object" && node !== null) {
      const { type, name } = node as Node;
      if (binding && type === "Identifier") names.add(name as string);
      for (const [key, child] of Object.entries(node)) {
        const binds = (key === "params" && isFunction(node as Node)) || (key === "id" && type === "VariableDeclarator");
        visit(child, binds || (binding && key !== "init" && key !== "right"));
      }
    }
  };
  visit(root, false);
  return names;
}

/** The variable whose content this expression changes, e.g. `seen` in `seen.add(1)`, `seen[0] = 1`, `delete seen.a`. */
function changedName(node: Node): string | null {
  if (node.type === "CallExpression") {
    const callee = node.callee as Node;
    const method = (callee.property as { name?: string } | undefined)?.name;
    return callee.type === "MemberExpression" && mutators.has(method ?? "") ? nameOf(callee.object) : null;
  }
  const target =
    node.type === "AssignmentExpression" ? node.left : node.type === "UpdateExpression" ? node.argument : null;
  const removed = node.type === "UnaryExpression" && node.operator === "delete" ? node.argument : null;
  const member = (target ?? removed) as Node | null;
  return member?.type === "MemberExpression" ? nameOf(member.object) : null;
}

function nameOf(node: unknown): string | null {
  const { type, name } = node as Node;
  return type === "Identifier" ? (name as string) : null;
}
