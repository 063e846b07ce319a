import {
  type IngestField,
  type IngestFormat,
  type IngestMappings,
  ingestFields,
} from "@otai/service-api/sentiment-ingest";
import { ServiceError } from "@otai/service-api/service-error";
import { parseCsv } from "./parse-csv.ts";

/** One record of a file, by our field names; or what is wrong with it. */
export type IngestRecord =
  | { readonly index: number; readonly fields: Readonly<Partial<Record<IngestField, unknown>>> }
  | { readonly index: number; readonly error: string };

/** @throws ServiceError VALIDATION_ERROR when the file or the mappings cannot be read; never with a word from the file. */
export function readRecords(content: string, format: IngestFormat, mappings: IngestMappings): IngestRecord[] {
  const columns = columnsOf(mappings);
  if (format === "csv") return csvRecords(content, columns);
  if (format === "jsonl") {
    const lines = content.split("\n").filter((line) => line.trim() !== "");
    return lines.map((line, index) => {
      try {
        return toRecord(JSON.parse(line), index, columns);
      } catch {
        return { index, error: "not well-formed JSON" };
      }
    });
  }
  const list = parseList(content);
  return list.map((row, index) => toRecord(row, index, columns));
}

function parseList(content: string): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    throw ServiceError.field("file", "must be well-formed JSON");
  }
  if (!Array.isArray(parsed)) throw ServiceError.field("file", "must hold a JSON array of records");
  return parsed;
}

function csvRecords(content: string, columns: Columns): IngestRecord[] {
  let rows: string[][];
  try {
    rows = parseCsv(content);
  } catch (error) {
    throw ServiceError.field("file", (error as Error).message);
  }
  const [head = [], ...body] = rows;
  return body.map((row, index) => {
    if (row.length !== head.length) return { index, error: `has ${row.length} fields, the head has ${head.length}` };
    // An empty cell is an absent value.
    const entries = head.map((name, at) => [name.trim(), row[at]!] as const).filter(([, value]) => value !== "");
    return toRecord(Object.fromEntries(entries), index, columns);
  });
}

type Columns = ReadonlyMap<IngestField, string>;

const isField = (name: string): name is IngestField => (ingestFields as readonly string[]).includes(name);

/** `{"text":"Nachricht"}` and `{"Nachricht":"text"}` mean the same. */
function columnsOf(mappings: IngestMappings): Columns {
  const columns = new Map<IngestField, string>(ingestFields.map((field) => [field, field]));
  for (const [a, b] of Object.entries(mappings)) {
    if (isField(a)) columns.set(a, b);
    else if (isField(b)) columns.set(b, a);
    else throw ServiceError.field("mappings", `each entry must name one of ${ingestFields.join(", ")}`);
  }
  return columns;
}

function toRecord(row: unknown, index: number, columns: Columns): IngestRecord {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return { index, error: "must be an object" };
  const values = new Map(Object.entries(row));
  const entries = [...columns].map(([field, column]) => [field, values.get(column)] as const);
  return { index, fields: Object.fromEntries(entries.filter(([, value]) => value !== undefined)) };
}
