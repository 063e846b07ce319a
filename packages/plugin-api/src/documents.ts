/** A JSON value that a plugin keeps under a name of its own. */
export interface StoredDocument {
  readonly key: string;
  readonly value: unknown;
}

export interface DocumentChange {
  readonly key: string;
  /**
   * What becomes of the value, `null` where there is none; the same value leaves it as it is, `null` removes it. Pure: it runs inside
   * a unit of work and may run again.
   */
  change(known: unknown): unknown;
}

/**
 * What an adapter must remember where its ticket system cannot be asked, kept with the connection for as long as it exists.
 * Never a place for secrets.
 */
export interface Documents {
  /** `null` when there is none. */
  get(key: string): Promise<unknown>;
  /** In the order of the keys, byte by byte. */
  list(prefix: string, page: { readonly after?: string; readonly limit: number }): Promise<readonly StoredDocument[]>;
  /** All or nothing, one after the other; nobody else changes these documents meanwhile. A throw changes nothing. */
  apply(changes: readonly DocumentChange[]): Promise<void>;
}
