import type { Store, Transaction } from "@otai/core/ports/store";

/** Core's repositories and those of the services, all in one unit of work. */
export interface StoreTransaction extends Transaction {}

/** Serves core as its `Store` and each service as a unit of work over its own repositories. */
export interface OtaiStore extends Omit<Store, "write" | "read"> {
  write<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  read<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
}
