import pg from "pg";

/** Leaves the tables and the format version; quicker than a new database for each test. */
export async function emptyTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'format_version'",
  );
  await client.query(`truncate ${rows.map((row) => row.name).join(", ")} restart identity`);
  await client.end();
}
