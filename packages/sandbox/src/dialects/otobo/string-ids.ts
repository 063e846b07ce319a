import type { Flavour } from "./flavours.ts";
import type { RequestData } from "./request-data.ts";

/** The row with those ids as strings that this version gives so. */
export function withStringIds(flavour: Flavour, row: RequestData): RequestData {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, flavour.stringIds.includes(key) ? String(value) : value]),
  );
}
