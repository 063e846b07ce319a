import type { Documents } from "@otai/plugin-api/documents";

/** Documents as the store keeps them, in memory: JSON text, one unit at a time, all or nothing. */
export function createMemoryDocuments(): Documents & { readonly all: ReadonlyMap<string, string> } {
  let rows = new Map<string, string>();
  const read = (from: ReadonlyMap<string, string>, key: string): unknown => JSON.parse(from.get(key) ?? "null");
  return {
    get all() {
      return rows;
    },
    get: async (key) => read(rows, key),
    async list(prefix, { after, limit }) {
      const keys = [...rows.keys()].filter((key) => key.startsWith(prefix) && key > (after ?? ""));
      return keys
        .sort()
        .slice(0, limit)
        .map((key) => ({ key, value: read(rows, key) }));
    },
    async apply(changes) {
      const next = new Map(rows);
      for (const { key, change } of changes) {
        const value = change(read(next, key)) ?? null;
        if (value === null) next.delete(key);
        else next.set(key, JSON.stringify(value));
      }
      rows = next;
    },
  };
}
