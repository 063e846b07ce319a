import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { fileError } from "@otai/host/models/file-error";
import { parseMail } from "./parse-mail.ts";
import type { TicketRow } from "./ticket-row.ts";

/** What of a mail is looked at: its text stands before its attachments. */
const mostOfMail = 1024 * 1024;

/**
 * The mails of a mailbox (RFC 4155: each after a line `From …`). `subject`, `body`, `date` and `id` are made from it, all headers are
 * there by their own name; lines that were quoted as `>From` are unquoted.
 */
export async function* readMbox(file: string): AsyncGenerator<TicketRow> {
  let lines: string[] | null = null;
  let size = 0;
  let start = 0;
  let line = 0;
  let blank = true;
  const rowOf = (mail: readonly string[]): TicketRow => ({
    ...{ place: `${file}:${start}`, line: start },
    values: parseMail(mail.join("\n")),
  });
  try {
    // One byte is one character until the mail says what its characters are.
    const input = createReadStream(file, { encoding: "latin1" });
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (blank && text.startsWith("From ")) {
        if (lines !== null) yield rowOf(lines);
        lines = [];
        size = 0;
        start = line;
      } else if (lines !== null && size < mostOfMail) {
        const unquoted = /^>+From /.test(text) ? text.slice(1) : text;
        lines.push(unquoted.slice(0, mostOfMail - size));
        size += unquoted.length + 1;
      }
      blank = text === "";
    }
  } catch (error) {
    throw fileError(file, error);
  }
  if (lines !== null) yield rowOf(lines);
}
