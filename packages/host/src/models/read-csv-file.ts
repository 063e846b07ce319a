import { readFile, stat } from "node:fs/promises";
import { ConfigError } from "@otai/plugin-api/errors";
import { CsvError, parseCsv } from "@otai/services/sentiment/parse-csv";
import { fileError } from "./file-error.ts";

/** It is held in memory as a whole. */
const mostBytes = 256 * 1024 * 1024;

/** Rows of fields of a UTF-8 CSV file, the head included. @throws ConfigError that says what is wrong, and where */
export async function readCsvFile(file: string): Promise<string[][]> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) {
      throw new ConfigError(
        `${file} has ${Math.ceil(size / 2 ** 20)} MiB, at most ${mostBytes / 2 ** 20} are read: split it`,
      );
    }
    return parseCsv(new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file)));
  } catch (error) {
    if (error instanceof CsvError) throw new ConfigError(`${file}: ${error.message}`, { cause: error });
    if (error instanceof TypeError) {
      throw new ConfigError(`${file} is not UTF-8: export it again as UTF-8`, { cause: error });
    }
    throw fileError(file, error);
  }
}
