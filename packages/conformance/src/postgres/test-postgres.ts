import { createDatabases } from "./create-databases.ts";
import { PostgresMissingError } from "./postgres-missing-error.ts";
import { startPostgres } from "./start-postgres.ts";

export interface TestPostgres {
  /** @returns the URL of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Ends every connection and starts again on the same port; `crash` without a checkpoint. `null`: not our server to restart. */
  readonly restart: ((how?: "stop" | "crash") => Promise<void>) | null;
  stop(): Promise<void>;
}

/**
 * The PostgreSQL of a test file: the server of `DATABASE_URL_TEST` (a role that may create databases), else one of its own.
 * @returns why there is none, for the title of the skipped tests.
 * @throws PostgresMissingError in CI, where a suite that silently shrinks would go unnoticed.
 */
export async function openTestPostgres(env = process.env): Promise<TestPostgres | { readonly missing: string }> {
  if (env.DATABASE_URL_TEST) {
    const databases = createDatabases(env.DATABASE_URL_TEST);
    return {
      createDatabase: databases.create,
      restart: null,
      async stop() {
        await databases.drop();
        await databases.close();
      },
    };
  }
  try {
    return await startPostgres();
  } catch (error) {
    if (!(error instanceof PostgresMissingError) || env.CI) throw error;
    return { missing: error.message };
  }
}
