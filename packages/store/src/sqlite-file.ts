import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";
import Database from "better-sqlite3";
import { busyMs } from "./sqlite-driver.ts";

/**
 * Opens the file, creating it and its folder. WAL with synchronous=FULL, so that what was answered is on disk.
 * @throws ConfigError when this user may not write there or the file is something else.
 */
export function openSqliteFile(path: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    if (path !== ":memory:") {
      mkdirSync(dirname(path), { recursive: true });
      // It holds ticket text: nobody but this user reads it. SQLite gives its side files the same rights.
      closeSync(openSync(path, "a", 0o600));
    }
    database = new Database(path, { timeout: busyMs });
    useWal(database);
    database.pragma("synchronous = FULL");
    // What is deleted is overwritten, so that an erased person is not found in free pages.
    database.pragma("secure_delete = ON");
    return database;
  } catch (cause) {
    database?.close();
    throw new ConfigError(
      `cannot open the database ${path}: ${(cause as Error).message}. Give a folder that this user may write with OTAI_DATA_DIR`,
      { cause },
    );
  }
}

const pauseMs = 20;

/** Of two processes that open a new file at the same moment one is refused at once: SQLite does not wait for this lock, so we do. */
function useWal(database: Database.Database): void {
  const giveUpAt = performance.now() + busyMs;
  for (;;) {
    try {
      database.pragma("journal_mode = WAL");
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "SQLITE_BUSY" || performance.now() >= giveUpAt) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  }
}
