import type { Article } from "@otai/plugin-api/article";
import { htmlToText } from "@otai/text/html";
import type { RawArticle } from "./schema.ts";

export type Visibility = Article["visibility"];

/** From open to closed; a folder inside a closed one is no more open than that. */
const order: readonly Visibility[] = ["public", "authenticated", "restricted", "internal"];

/** 1 all, 2 logged-in, 3 agents, 4 selected companies, 5 bots, 6 contact segments, 7 company segments. Unknown ones are internal. */
export function mapVisibility(folder: number | null | undefined): Visibility {
  const known: Readonly<Record<number, Visibility>> = {
    1: "public",
    2: "authenticated",
    4: "restricted",
    6: "restricted",
    7: "restricted",
  };
  return known[folder ?? 0] ?? "internal";
}

export function stricter(left: Visibility, right: Visibility): Visibility {
  return order.indexOf(left) > order.indexOf(right) ? left : right;
}

/** Where an article lies. */
export interface Shelf {
  readonly visibility: Visibility;
  readonly categoryPath: readonly string[];
}

/** `null` for a draft. @param language `null` for the account's primary one, which the answer does not name */
export function mapArticle(raw: RawArticle, shelf: Shelf, language: string | null, portalUrl: string): Article | null {
  const published = 2;
  if (raw.status !== published) return null;
  const html = raw.description ?? "";
  return {
    externalId: language === null ? raw.id : `${raw.id}:${language}`,
    title: raw.title ?? "",
    html,
    text: raw.description_text ?? htmlToText(html),
    tags: raw.tags ?? [],
    url: `${portalUrl}${language === null ? "" : `/${language}`}/support/solutions/articles/${raw.id}`,
    language,
    visibility: shelf.visibility,
    updatedAt: raw.updated_at,
    categoryPath: shelf.categoryPath,
  };
}
