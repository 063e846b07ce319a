import { readCsvFile } from "@otai/host/models/read-csv-file";
import { ConfigError } from "@otai/plugin-api/errors";
import type { TicketRow } from "./ticket-row.ts";

/** The rows of a CSV file by the names in its first row. Throws `ConfigError` where a row has other columns than the head. */
export async function* readCsv(file: string): AsyncGenerator<TicketRow> {
  const [head, ...rows] = await readCsvFile(file);
  if (head === undefined) throw new ConfigError(`${file}: this file is empty`);
  const names = head.map((name) => name.trim());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new ConfigError(`${file}: two columns are called "${twice}": rename one`);
  for (const [at, fields] of rows.entries()) {
    const row = at + 2;
    if (fields.length !== names.length) {
      throw new ConfigError(`${file}: row ${row} has ${fields.length} fields, the head names ${names.length}`);
    }
    const values = Object.fromEntries(names.map((name, column) => [name, fields[column]!]));
    yield { place: `${file}: row ${row}`, line: row, values };
  }
}
