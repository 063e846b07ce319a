import { readCsv } from "./read-csv.ts";
import { readJsonl } from "./read-jsonl.ts";
import { readMbox } from "./read-mbox.ts";
import type { TicketRow } from "./ticket-row.ts";

/** Does the name say that it is a mailbox? */
export function isMbox(file: string): boolean {
  return file.toLowerCase().endsWith(".mbox");
}

/** The rows of a file by the ending of its name: `.csv`, `.mbox`, else JSONL. Throws `ConfigError` with file and place. */
export function readRows(file: string): AsyncGenerator<TicketRow> {
  if (isMbox(file)) return readMbox(file);
  return file.toLowerCase().endsWith(".csv") ? readCsv(file) : readJsonl(file);
}
