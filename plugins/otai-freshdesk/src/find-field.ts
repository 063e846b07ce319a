import type { AccountField } from "./account.ts";

/**
 * The account's field for a key or a label. Custom fields mostly begin with `cf_`, those of contacts not always, and labels are
 * translated and changed, so the exact name counts first, then name and label without prefix, case and punctuation (D08).
 */
export function findField(fields: readonly AccountField[], wanted: string): AccountField | undefined {
  const plain = plainName(wanted);
  return (
    fields.find(({ name }) => name === wanted) ??
    fields.find(({ label }) => plainName(label) === plain) ??
    fields.find(({ name }) => plainName(name) === plain)
  );
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^cf_/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "_");
}
