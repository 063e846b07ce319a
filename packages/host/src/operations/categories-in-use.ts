import { existsSync } from "node:fs";
import { join } from "node:path";
import { OtaiError } from "@otai/plugin-api/errors";
import { categorySlug } from "@otai/service-api/category-slug";
import type { LoadedConfig } from "../config/load-config.ts";
import { starterCategories } from "../config/starter-categories.ts";
import { type Workplace, withStore } from "./with-store.ts";

const unclassified = "unclassified";

/**
 * What a connection's tickets may be called: the site's own categories, else those that its model learned, else the starter set. Makes
 * no store; what is wrong with one is for others to tell.
 */
export async function categoriesInUse(loaded: LoadedConfig, connection: string): Promise<readonly string[]> {
  const own = loaded.ticketSystems.find(({ name }) => name === connection)?.fields.category?.labels;
  if (own) return [...own, unclassified];
  const { url } = loaded.config.store;
  if (url === null && !existsSync(join(loaded.environment.dataDir, "otai.db"))) return starterCategories;
  try {
    const learned = await withStore(loaded, (workplace) => learnedCategories(workplace, connection));
    return learned === null ? starterCategories : [...new Set([...learned, unclassified])];
  } catch (error) {
    if (!OtaiError.is(error)) throw error;
    return starterCategories;
  }
}

async function learnedCategories({ store }: Workplace, connection: string): Promise<readonly string[] | null> {
  const champion = await store.read(async (tx) => {
    const known = (await tx.connections.list()).find(({ name }) => name === connection);
    return known === undefined ? null : tx.learning.getChampion(known.uid);
  });
  const labelsOf = (target: string) =>
    (champion?.figures[target] as { readonly labels: readonly string[] } | undefined)?.labels ?? null;
  return labelsOf("category") ?? labelsOf("queue")?.map(categorySlug) ?? null;
}
