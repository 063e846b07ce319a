import { PermissionError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";

/** What was read, or `null` with a warning where the credentials may not read it. Anything else that fails is thrown. */
export async function unlessForbidden<T>(
  { connection, log }: Pick<PluginContext, "connection" | "log">,
  what: string,
  read: () => Promise<T>,
): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof PermissionError)) throw error;
    log.warn({ connection, what }, "the credentials may not read this; going on without");
    return null;
  }
}
