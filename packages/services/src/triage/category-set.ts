import { categorySlug } from "@otai/service-api/category-slug";
import { starterCategories, unclassified } from "./starter-categories.ts";
import type { CategorySetting, Group, TriageDesk } from "./triage-desk.ts";

/** The closed set: the site's own, else slugs of the queues that history knows, else the starter set. */
export function categoriesOf({ categories, serving }: TriageDesk): readonly CategorySetting[] {
  if (categories.length > 0) return categories;
  const target = serving?.model.targets.includes("category") ? "category" : "queue";
  const learned = serving?.model.targets.includes(target) ? serving.model.labels(target) : [];
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

/** Routing is the inverse of naming categories after queues. */
export function groupOfCategory(groups: readonly Group[], category: string): Group | null {
  return groups.find(({ name }) => categorySlug(name) === category) ?? null;
}
