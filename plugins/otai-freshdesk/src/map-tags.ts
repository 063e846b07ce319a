/** Longer tags are refused by Freshdesk (32 characters are documented for messaging tags). */
export const longestTag = 32;

/** Tags are a set, compared without case; what was there keeps its place and its spelling (FD-1, D02). */
export function mergeTags(present: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const gone = new Set(remove.map((tag) => tag.toLowerCase()));
  const merged = new Map(present.filter((tag) => !gone.has(tag.toLowerCase())).map((tag) => [tag.toLowerCase(), tag]));
  for (const tag of add) {
    if (!merged.has(tag.toLowerCase())) merged.set(tag.toLowerCase(), tag);
  }
  return [...merged.values()];
}

export function sameTags(left: readonly string[], right: readonly string[]): boolean {
  const lower = (tags: readonly string[]) => JSON.stringify(tags.map((tag) => tag.toLowerCase()).sort());
  return lower(left) === lower(right);
}
