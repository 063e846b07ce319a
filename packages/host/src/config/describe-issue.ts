import type { z } from "zod";
import type { ConfigPath } from "./config-issue.ts";
import { suggestionText } from "./suggest.ts";

type RawIssue = z.core.$ZodRawIssue;

/** zod's faults in the words of somebody who writes a configuration. Given as `error` when parsing; a schema's own message goes before it. */
export function describeIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? missing(issue)
        : `must be ${words[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`;
    case "invalid_value": {
      if (issue.input === undefined) return missing(issue);
      const known = issue.values.map(String);
      return `must be one of ${known.join(", ")}, not ${quoted(issue.input)}${didYouMean(issue.input, known)}`;
    }
    case "too_small":
      return size(issue.origin, "at least", Number(issue.minimum));
    case "too_big":
      return size(issue.origin, "at most", Number(issue.maximum));
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "invalid_union":
      return issue.input === undefined ? missing(issue) : `${quoted(issue.input)} is not possible here`;
    default:
      return undefined;
  }
}

interface Fault {
  readonly path: ConfigPath;
  readonly message: string;
}

/** One fault per wrong key or value: unknown keys apart, and of a union's branches the one that fits best. */
export function faultsOf(issue: z.core.$ZodIssue, knownKeys: (path: ConfigPath) => string[] | undefined): Fault[] {
  const path = issue.path as ConfigPath;
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(path) ?? [];
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `is not a key here${suggestionText(key, known)}`,
    }));
  }
  if (issue.code === "invalid_key") {
    return issue.issues.map((inner) => ({ path, message: inner.message }));
  }
  if (issue.code === "invalid_union") {
    const fitting = fittingBranches(issue.errors);
    if (fitting.length === 1) {
      return fitting[0]!.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, knownKeys));
    }
    const expected = issue.errors.flatMap((branch) =>
      branch.flatMap((inner) => (inner.code === "invalid_type" ? [words[inner.expected] ?? inner.expected] : [])),
    );
    if (fitting.length === 0 && expected.length > 0)
      return [{ path, message: `must be ${[...new Set(expected)].join(" or ")}` }];
  }
  return [{ path, message: issue.message }];
}

/** Branches that are of the right kind; those that got further than the value itself go before the others. */
function fittingBranches(branches: readonly (readonly z.core.$ZodIssue[])[]) {
  const right = branches.filter(
    (issues) => !issues.some((one) => one.code === "invalid_type" && one.path.length === 0),
  );
  const deeper = right.filter((issues) => issues.every((one) => one.path.length > 0));
  return deeper.length > 0 ? deeper : right;
}

const words: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
};

function missing(issue: RawIssue): string {
  const description = (issue.inst as { description?: string } | undefined)?.description;
  return description === undefined ? "is missing" : `is missing: ${lowerFirst(description.replace(/\.$/, ""))}`;
}

function size(origin: string, bound: string, count: number): string {
  if (origin === "string")
    return count === 1 && bound === "at least" ? "must not be empty" : `must have ${bound} ${count} characters`;
  if (origin === "array" || origin === "set") return `must have ${bound} ${count} ${count === 1 ? "entry" : "entries"}`;
  return `must be ${bound} ${count}`;
}

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object" && input !== null) return "a group of keys";
  return quoted(input);
}

function quoted(input: unknown): string {
  if (typeof input !== "string") return JSON.stringify(input);
  return `"${input.length > 40 ? `${input.slice(0, 40)}…` : input}"`;
}

function didYouMean(input: unknown, known: readonly string[]): string {
  const text = suggestionText(String(input), known);
  return text.startsWith("; did you mean") ? text : "";
}

/** `API key of …` keeps its capitals. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
