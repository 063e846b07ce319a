import type { Article } from "@otai/plugin-api/article";
import { NotFoundError } from "@otai/plugin-api/errors";
import type { HttpClient } from "@otai/plugin-kit/http-client";
import type { Account } from "./account.ts";
import { mapArticle, mapVisibility, type Shelf, stricter } from "./map-article.ts";
import { readAnswer } from "./read-answer.ts";
import { readAll, readPages } from "./read-pages.ts";
import { articleSchema, categorySchema, folderSchema, type RawArticle } from "./schema.ts";

/** Every published article, category by category, all folders and sub-folders, every page and each wanted language (D34). */
export async function* listArticles(account: Account, languages: readonly string[]): AsyncGenerator<Article> {
  const { client, portalUrl } = account;
  for await (const category of readPages(client, "/solutions/categories", categorySchema)) {
    const shelf: Shelf = { visibility: "public", categoryPath: [category.name ?? category.id] };
    for await (const [folder, at] of walkFolders(
      client,
      `/solutions/categories/${category.id}/folders`,
      shelf,
      new Set(),
    )) {
      for await (const raw of readPages(client, `/solutions/folders/${folder}/articles`, articleSchema)) {
        const article = mapArticle(raw, at, null, portalUrl);
        if (article !== null) yield article;
        for (const language of languages) {
          const translated = await readTranslation(client, raw.id, language);
          const variant = translated === null ? null : mapArticle(translated, at, language, portalUrl);
          if (variant !== null) yield variant;
        }
      }
    }
  }
}

async function* walkFolders(
  client: HttpClient,
  path: string,
  parent: Shelf,
  walked: Set<string>,
): AsyncGenerator<readonly [folder: string, shelf: Shelf]> {
  for (const folder of await folders(client, path)) {
    if (walked.has(folder.id)) continue;
    walked.add(folder.id);
    const shelf: Shelf = {
      visibility: stricter(parent.visibility, mapVisibility(folder.visibility)),
      categoryPath: [...parent.categoryPath, folder.name ?? folder.id],
    };
    yield [folder.id, shelf];
    yield* walkFolders(client, `/solutions/folders/${folder.id}/subfolders`, shelf, walked);
  }
}

/** An account without sub-folders does not know their address. */
async function folders(client: HttpClient, path: string) {
  try {
    return await readAll(client, path, folderSchema);
  } catch (error) {
    if (error instanceof NotFoundError && path.endsWith("/subfolders")) return [];
    throw error;
  }
}

async function readTranslation(client: HttpClient, id: string, language: string): Promise<RawArticle | null> {
  const path = `/solutions/articles/${id}/${language}`;
  try {
    const answer = await client.request({ method: "GET", path, repeatable: true });
    return readAnswer(articleSchema, answer.body, `GET ${path}`);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
