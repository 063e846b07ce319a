import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";

/** One database that is empty at first, and the ways into it. */
export interface StoreUnderTest {
  /** Another store over the same database, as a second process would open it. Without a clock the database's own counts. */
  open(options: { readonly clock?: Clock }): Promise<Store>;
  /** Throws the database away; the suite has closed its stores. */
  dispose(): Promise<void>;
}

export type OpenStore = () => Promise<StoreUnderTest>;
