import pg from "pg";

/** Creates databases with names that nobody has on the server of `adminUrl`. */
export function createDatabases(adminUrl: string) {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 1 });
  pool.on("error", () => {});
  const created: string[] = [];
  return {
    /** @returns the URL of a new, empty database. */
    async create(): Promise<string> {
      const name = `otai_test_${crypto.randomUUID().replaceAll("-", "")}`;
      await pool.query(`create database ${name}`);
      created.push(name);
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
    /** Drops what was created, with whoever is still connected. */
    async drop(): Promise<void> {
      for (const name of created.splice(0)) await pool.query(`drop database if exists ${name} with (force)`);
    },
    close: () => pool.end(),
  };
}
