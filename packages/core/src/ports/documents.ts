import type { DocumentChange, StoredDocument } from "@otai/plugin-api/documents";

/** What plugins keep, by connection. */
export interface KeptDocuments {
  get(connectionUid: string, key: string): Promise<unknown>;
  /** In the order of the keys, byte by byte. */
  list(
    connectionUid: string,
    prefix: string,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly StoredDocument[]>;
  /** What was read stays as it is for others until the unit of work ends, also where there was nothing. */
  change(connectionUid: string, change: DocumentChange): Promise<void>;
}
