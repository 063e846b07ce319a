import { categorySlug } from "@otai/service-api/category-slug";
import { starterCategories, unclassified } from "./starter-categories.ts";
import type { CategorySetting, Group, TriageDesk } from "./triage-desk.ts";

/** Which of the model's targets says the category: its own, else the queue where the site names no categories of its own. */
export function categoryTarget({ categories, serving }: TriageDesk): "category" | "queue" | null {
  const targets = serving?.model.targets ?? [];
  if (targets.includes("category")) return "category";
  return categories.length === 0 && targets.includes("queue") ? "queue" : null;
}

/** The closed set but for `unclassified`: the site's own, else slugs of the queues that history knows, else the starter set. */
export function categoriesOf(desk: TriageDesk): readonly CategorySetting[] {
  if (desk.categories.length > 0) return desk.categories;
  const target = categoryTarget(desk);
  const learned = target === null ? [] : (desk.serving?.model.labels(target) ?? []);
  if (learned.length === 0) return starterCategories;
  return learned.map((label) => ({
    name: target === "queue" ? categorySlug(label) : label,
    description: target === "queue" ? `Tickets that were filed under ${label}` : label,
    examples: [],
    parent: null,
  }));
}

export function isKnownCategory(desk: TriageDesk, category: string): boolean {
  return category === unclassified || categoriesOf(desk).some(({ name }) => name === category);
}

/** Routing is the inverse of naming categories after queues, unless the site names the queue of a category. */
export function groupOfCategory({ groups, categories }: TriageDesk, category: string): Group | null {
  const stated = categories.find(({ name }) => name === category)?.queue ?? null;
  if (stated !== null) return groups.find(({ name }) => name === stated) ?? null;
  const named = groups.filter(({ name }) => categorySlug(name) === category);
  // Names that differ in signs only tell nothing about which of them is meant.
  return named.length === 1 ? named[0]! : null;
}
