import type { LoadedConfig } from "@otai/host/config/load-config";
import { categoriesInUse } from "@otai/host/operations/categories-in-use";
import type { SetupOptions } from "@otai/plugin-api/setup";

/** What the ticket system's fields must offer for this configuration, and for what was learned by now. */
export async function setupOptions(loaded: LoadedConfig, connection: string): Promise<SetupOptions> {
  return { publicUrl: loaded.config.server.public_url, categories: await categoriesInUse(loaded, connection) };
}
