import type { Store } from "@otai/core/ports/store";
import type { Documents } from "@otai/plugin-api/documents";

/** One connection's documents in the store. */
export function createStoreDocuments(store: Store, connectionUid: string): Documents {
  return {
    get: (key) => store.read((tx) => tx.documents.get(connectionUid, key)),
    list: (prefix, page) => store.read((tx) => tx.documents.list(connectionUid, prefix, page)),
    apply: (changes) =>
      store.write(async (tx) => {
        for (const change of changes) await tx.documents.change(connectionUid, change);
      }),
  };
}
