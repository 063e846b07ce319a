import { parentPort } from "node:worker_threads";
import { openSqliteFile } from "../sqlite-file.ts";

/** A thread that opens each file it is told, and answers what went wrong or `null`. */
parentPort!.on("message", (path: string) => {
  try {
    openSqliteFile(path).close();
    parentPort!.postMessage(null);
  } catch (error) {
    parentPort!.postMessage((error as Error).message);
  }
});
