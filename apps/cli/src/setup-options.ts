import type { LoadedConfig } from "@otai/host/config/load-config";
import { starterCategories } from "@otai/host/config/starter-categories";
import type { SetupOptions } from "@otai/plugin-api/setup";

/** What the ticket system's fields must offer for this configuration. */
export function setupOptions({ config, fields }: LoadedConfig): SetupOptions {
  const own = fields.category?.labels;
  return {
    publicUrl: config.server.public_url,
    categories: own ? [...own, "unclassified"] : starterCategories,
  };
}
