import type { z } from "zod";
import { type ConfigPath, isPrefix } from "./config-issue.ts";
import { describeIssue, faultsOf } from "./describe-issue.ts";
import { knownKeys } from "./known-keys.ts";
import type { ExpandedString } from "./yaml-source.ts";

export type Parsed<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly faults: readonly { readonly path: ConfigPath; readonly message: string }[] };

/**
 * Validates values from YAML. Text that came out of a template is text first: where the schema wants a number or
 * a boolean instead and the whole text is one, that is tried (`true` and `false` the other way round, because where
 * a schema takes both, text is a path or a name).
 * @param expanded paths relative to `value`
 */
export function parseExpanded<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  expanded: readonly ExpandedString[],
): Parsed<z.output<Schema>> {
  const open = expanded.map(({ path, text }) => ({ path, readings: readingsOf(text) }));
  for (;;) {
    const input = open.reduce((whole, { path, readings }) => withValueAt(whole, path, readings[0]), value);
    const result = schema.safeParse(input, { error: describeIssue });
    if (result.success) return { ok: true, value: result.data };
    const issues = result.error.issues;
    const refused = open.filter(
      ({ path, readings }) => readings.length > 1 && issues.some((issue) => concerns(issue, path)),
    );
    if (refused.length === 0) {
      return { ok: false, faults: issues.flatMap((issue) => faultsOf(issue, (path) => knownKeys(schema, path))) };
    }
    for (const place of refused) place.readings.shift();
  }
}

/** The values that a text may stand for, in the order in which they are tried; the last one is what a message is about. */
function readingsOf(text: string): unknown[] {
  if (/^(true|false)$/i.test(text)) return [text.toLowerCase() === "true", text];
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? [text, Number(text)] : [text];
}

function concerns(issue: z.core.$ZodIssue, path: ConfigPath): boolean {
  const at = issue.path as ConfigPath;
  if (issue.code === "invalid_union") return isPrefix(at, path);
  return issue.code === "invalid_type" && at.length === path.length && isPrefix(at, path);
}

function withValueAt(whole: unknown, path: ConfigPath, value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(whole)) return whole.map((item, at) => (at === part ? withValueAt(item, rest, value) : item));
  const group = whole as Readonly<Record<string, unknown>>;
  return { ...group, [part]: withValueAt(group[part], rest, value) };
}
