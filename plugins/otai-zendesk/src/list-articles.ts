import type { Article } from "@otai/plugin-api/article";
import { NotFoundError, PermissionError } from "@otai/plugin-api/errors";
import { z } from "zod";
import type { Account } from "./account.ts";
import { mapArticle } from "./map-article.ts";
import { readAllPages, readPages } from "./read-pages.ts";
import { rawArticle, rawCategory, rawSection } from "./schema.ts";

const articlesPage = z.object({ articles: z.array(rawArticle) });
const sectionsPage = z.object({ sections: z.array(rawSection) });
const categoriesPage = z.object({ categories: z.array(rawCategory) });

/** Published articles of the default language and of the named ones, without drafts (ZD-18). */
export async function* listArticles(account: Account, languages: readonly string[]): AsyncGenerator<Article> {
  const given = new Set<string>();
  for (const language of [null, ...languages]) {
    const paths = await readCategoryPaths(account, language);
    for await (const { articles } of readPages(account.client, helpCenterPath("articles", language), articlesPage)) {
      for (const raw of articles.filter((article) => article.draft !== true)) {
        const version = `${raw.id}:${(raw.locale ?? language ?? "").toLowerCase()}`;
        if (given.has(version)) continue;
        given.add(version);
        yield mapArticle(raw, language, paths.get(raw.section_id ?? "") ?? []);
      }
    }
  }
}

/** Without the suffix help center paths answered 415 in live use (ZD-17). */
function helpCenterPath(list: string, language: string | null): string {
  return `/help_center/${language === null ? "" : `${language.toLowerCase()}/`}${list}.json`;
}

/** Category and section by the section's id; where they cannot be read, articles have no path. */
async function readCategoryPaths(account: Account, language: string | null): Promise<Map<string, string[]>> {
  const { client, context } = account;
  try {
    const categories = await readAllPages(client, helpCenterPath("categories", language), categoriesPage);
    const sections = await readAllPages(client, helpCenterPath("sections", language), sectionsPage);
    const names = new Map(
      categories.flatMap((page) => page.categories).map((category) => [category.id, category.name]),
    );
    return new Map(
      sections
        .flatMap((page) => page.sections)
        .map(({ id, name, category_id }) => [id, [names.get(category_id ?? ""), name].filter((part) => part != null)]),
    );
  } catch (error) {
    if (!(error instanceof PermissionError || error instanceof NotFoundError)) throw error;
    context.log.warn({ connection: context.connection, language }, "the help center's sections cannot be read");
    return new Map();
  }
}
