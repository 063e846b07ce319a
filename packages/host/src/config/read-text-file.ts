import { readFile } from "node:fs/promises";
import { InvalidConfigError } from "./config-issue.ts";

/** Reads UTF-8 text, with or without byte-order mark. @throws InvalidConfigError that says what the file is instead. */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InvalidConfigError(path, [{ line: 0, path: [], message: unreadable(error) }]);
  });
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw wrongEncoding(path, "UTF-16");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.includes("\0")) throw wrongEncoding(path, "no text file");
    return text;
  } catch (error) {
    throw error instanceof InvalidConfigError ? error : wrongEncoding(path, "not UTF-8");
  }
}

function unreadable(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") {
    return "there is no such file; `otai init` writes one, --config names another";
  }
  if (error.code === "EISDIR") return "this is a folder; name the file in it, for instance config.yml";
  if (error.code === "EACCES") return "the file may not be read; check its owner and rights";
  return `the file cannot be read (${error.code ?? error.message})`;
}

function wrongEncoding(path: string, found: string): InvalidConfigError {
  const message = `the file is ${found}; save it as UTF-8 text (in most editors: Save as, encoding UTF-8)`;
  return new InvalidConfigError(path, [{ line: 0, path: [], message }]);
}
