/** Keys are the account's own words below these, so that only the type of the whole is compared. */
const OPEN = new Set(["custom_fields", "choices"]);

/**
 * Where `actual` lacks a key of the fixture or has a value of another JSON type. Null in the fixture allows any type.
 * Of a list, every element of the fixture must have one of its shape.
 */
export function shapeProblems(expected: unknown, actual: unknown, path = "$"): string[] {
  if (expected === null) return actual === undefined ? [`${path} is missing`] : [];
  if (typeOf(expected) !== typeOf(actual)) return [`${path} is ${typeOf(actual)}, the fixture has ${typeOf(expected)}`];
  if (Array.isArray(expected)) {
    const found = actual as unknown[];
    return expected.flatMap((element, index) => {
      const tries = found.map((candidate) => shapeProblems(element, candidate, `${path}[${index}]`));
      if (tries.some((problems) => problems.length === 0)) return [];
      return tries.sort((a, b) => a.length - b.length)[0] ?? [`${path} is empty, the fixture has elements`];
    });
  }
  if (typeof expected !== "object") return [];
  return Object.entries(expected).flatMap(([key, value]) => {
    const inner = (actual as Record<string, unknown>)[key];
    if (OPEN.has(key)) return typeOf(inner) === typeOf(value) ? [] : [`${path}.${key} is ${typeOf(inner)}`];
    return shapeProblems(value, inner, `${path}.${key}`);
  });
}

function typeOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
