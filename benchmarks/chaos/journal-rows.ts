import Database from "better-sqlite3";
import pg from "pg";

/** What OTAI's database holds about tickets, read from outside with nothing of OTAI's own code. */
export interface JournalRows {
  readonly events: readonly { ticket_id: string; kind: string; state: string; error: string | null }[];
  readonly runs: readonly { id: string; ticket_id: string; outcome: string }[];
  readonly decisions: readonly {
    ticket_id: string;
    run_id: string;
    field: string;
    value: string | null;
    written: number;
  }[];
  readonly effects: readonly { ticket_id: string; kind: string; purpose: string; state: string }[];
  /** Lanes that somebody holds or that wait for their turn. */
  readonly busyLanes: readonly { ticket_id: string; owner: string | null }[];
}

/** Both databases give 32-bit integers as numbers; pg gives longer ones as text. */
const queries = {
  events: "select ticket_id, kind, state, error from ticket_event",
  runs: "select id, ticket_id, outcome from run",
  decisions: "select ticket_id, run_id, field, value, cast(written as integer) as written from decision",
  effects:
    "select lane.ticket_id, effect.kind, effect.purpose, effect.state from effect join lane on lane.key = effect.lane",
  busyLanes: "select ticket_id, owner from lane where due_at is not null or owner is not null",
} as const;

type Row = Record<string, unknown>;

export function readSqliteRows(file: string): JournalRows {
  const database = new Database(file, { readonly: true });
  try {
    return collect((query) => database.prepare(query).all() as Row[]);
  } finally {
    database.close();
  }
}

export async function readPostgresRows(url: string): Promise<JournalRows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answers = new Map<string, Row[]>();
    for (const query of Object.values(queries)) answers.set(query, (await client.query(query)).rows as Row[]);
    return collect((query) => answers.get(query)!);
  } finally {
    await client.end();
  }
}

function collect(read: (query: string) => Row[]): JournalRows {
  const rows = Object.fromEntries(Object.entries(queries).map(([name, query]) => [name, read(query)]));
  return rows as unknown as JournalRows;
}
