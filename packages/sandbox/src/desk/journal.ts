import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** What the desk was generated from; a journal makes sense over this base alone. */
export interface JournalHeader {
  journal: 1;
  seed: number;
  tickets: number;
  /** The instant that the generated history ends at, so that a restart generates the same one. */
  epoch: number;
  /** Fingerprint of the generated history. */
  base: string;
}

export interface Journal<Entry> {
  header: JournalHeader;
  /** What an earlier run wrote, in order. */
  entries: Entry[];
  /** Returns after the operating system has the line, so that a killed process loses nothing it answered for. */
  append: (entry: Entry) => void;
  close: () => void;
}

/** The epoch of an existing journal; the history must be generated for it before the journal is opened. */
export function journalEpoch(path: string): number | null {
  return existsSync(path) ? (read(path).header?.epoch ?? null) : null;
}

/** A file of one JSON document per line: the header, then the entries. A torn last line is cut off. */
export function openJournal<Entry>(path: string, wanted: Omit<JournalHeader, "journal">): Journal<Entry> {
  const { header, entries } = existsSync(path) ? read<Entry>(path) : { header: null, entries: [] };
  if (header && header.base !== wanted.base && header.seed === wanted.seed && header.tickets === wanted.tickets) {
    throw new Error(
      `${path} continues a history that this version generates differently; delete the file (--reset) to begin a new one`,
    );
  }
  if (header && (header.seed !== wanted.seed || header.tickets !== wanted.tickets)) {
    throw new Error(
      `${path} belongs to a sandbox with seed ${header.seed} and ${header.tickets} tickets, not seed ${wanted.seed} and ` +
        `${wanted.tickets} tickets; start it with those, or delete the file (--reset) to begin a new one`,
    );
  }
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "a");
  const write = (line: unknown) => writeSync(file, `${JSON.stringify(line)}\n`);
  const current: JournalHeader = header ?? { journal: 1, ...wanted };
  if (!header) write(current);
  return { header: current, entries, append: write, close: () => closeSync(file) };
}

function read<Entry>(path: string): { header: JournalHeader | null; entries: Entry[] } {
  const bytes = readFileSync(path);
  const complete = bytes.subarray(0, bytes.lastIndexOf("\n") + 1);
  if (complete.length < bytes.length) truncateSync(path, complete.length);
  const lines = complete.toString("utf8").split("\n").slice(0, -1);
  if (lines.length === 0) return { header: null, entries: [] };
  const [header, ...entries] = lines.map((line, index) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      throw new Error(`${path}:${index + 1} is not JSON; delete the file (--reset) to begin a new sandbox`);
    }
  });
  if ((header as Partial<JournalHeader>).journal !== 1) {
    throw new Error(`${path} is not a journal of this version; delete the file (--reset) to begin a new sandbox`);
  }
  return { header: header as JournalHeader, entries: entries as Entry[] };
}
