import { ConfigError } from "@otai/plugin-api/errors";

/** What a person can do about a file that does not open; any other error stays what it is. */
export function fileError(name: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOENT") return new ConfigError(`${name}: there is no such file`, { cause: error });
  if (code === "EISDIR") return new ConfigError(`${name}: this is a folder, not a file`, { cause: error });
  if (code === "ENOTDIR")
    return new ConfigError(`${name}: a part of this path is a file, not a folder`, { cause: error });
  if (code === "EACCES" || code === "EPERM") {
    return new ConfigError(`${name}: this file may not be opened by the current user`, { cause: error });
  }
  return error;
}
