/** Text search as the family does it: `*` and `%` stand for anything, case does not matter, and the whole must fit. */
export function matchesPattern(pattern: string, text: string): boolean {
  const source = pattern
    .split(/[*%]/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[\\s\\S]*");
  return new RegExp(`^${source}$`, "i").test(text);
}
