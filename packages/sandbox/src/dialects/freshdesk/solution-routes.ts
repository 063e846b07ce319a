import type { Context, Hono } from "hono";
import { htmlToText } from "../../desk/html-text.ts";
import {
  type ArticleText,
  KNOWLEDGE_BASE,
  KNOWLEDGE_CATEGORIES,
  KNOWLEDGE_FOLDERS,
  type KnowledgeArticle,
  type KnowledgeFolder,
  type Readers,
} from "../../desk/knowledge-base.ts";
import type { DialectContext } from "../dialect.ts";
import { isoSecond, jsonAnswer, notFound } from "./freshdesk-answers.ts";
import { listAnswer } from "./list-answer.ts";

/** ticket-systems.md, 2 Freshdesk, Knowledge base. */
const VISIBILITY: Record<Readers, number> = { everybody: 1, "signed-in": 2, agents: 3, "selected-companies": 4 };
const DRAFT = 1;
const PUBLISHED = 2;

export function addSolutionRoutes(routes: Hono, context: DialectContext): void {
  const written = isoSecond(context.desk.bot.createdAt);
  const folderShape = (folder: KnowledgeFolder) => ({
    id: folder.id,
    name: folder.name,
    description: null,
    visibility: VISIBILITY[folder.readers],
    category_id: folder.categoryId,
    parent_folder_id: folder.parentId,
    created_at: written,
    updated_at: written,
  });
  const articleShape = (article: KnowledgeArticle, text: ArticleText = article.text) => ({
    id: article.id,
    type: 1,
    title: text.title,
    status: article.draft ? DRAFT : PUBLISHED,
    folder_id: article.folderId,
    category_id: folderOf(article.folderId)?.categoryId ?? null,
    description: text.html,
    description_text: htmlToText(text.html),
    tags: article.tags,
    seo_data: {},
    hierarchy: hierarchyOf(article),
    agent_id: context.desk.layout.agents[1]!.id,
    created_at: written,
    updated_at: written,
  });
  const list = <Item>(c: Context, items: readonly Item[], shape: (item: Item) => unknown) =>
    listAnswer(context, c, c.req.path.slice(c.req.path.indexOf("/solutions")), items, shape);

  routes.get("/solutions/categories", (c) =>
    list(c, KNOWLEDGE_CATEGORIES, (category) => ({
      ...category,
      description: null,
      created_at: written,
      updated_at: written,
    })),
  );
  routes.get("/solutions/categories/:id/folders", (c) => {
    const id = Number(c.req.param("id"));
    if (!KNOWLEDGE_CATEGORIES.some((category) => category.id === id)) return notFound();
    const folders = KNOWLEDGE_FOLDERS.filter((folder) => folder.categoryId === id && folder.parentId === null);
    return list(c, folders, folderShape);
  });
  routes.get("/solutions/folders/:id", (c) => {
    const folder = folderOf(Number(c.req.param("id")));
    return folder ? jsonAnswer(200, folderShape(folder)) : notFound();
  });
  routes.get("/solutions/folders/:id/subfolders", (c) => {
    const folder = folderOf(Number(c.req.param("id")));
    if (!folder) return notFound();
    return list(
      c,
      KNOWLEDGE_FOLDERS.filter((inner) => inner.parentId === folder.id),
      folderShape,
    );
  });
  routes.get("/solutions/folders/:id/articles", (c) => {
    const folder = folderOf(Number(c.req.param("id")));
    if (!folder) return notFound();
    const articles = KNOWLEDGE_BASE.filter((article) => article.folderId === folder.id);
    return list(c, articles, (article) => articleShape(article));
  });
  routes.get("/solutions/articles/:id", (c) => {
    const article = articleOf(c);
    return article ? jsonAnswer(200, articleShape(article)) : notFound();
  });
  routes.get("/solutions/articles/:id/:language", (c) => {
    const article = articleOf(c);
    const language = c.req.param("language");
    const text = language === "en" ? article?.text : article?.translations[language];
    return article && text ? jsonAnswer(200, articleShape(article, text)) : notFound();
  });
  routes.get("/search/solutions", (c) => {
    const term = (c.req.query("term") ?? "").toLowerCase();
    const hits = KNOWLEDGE_BASE.filter(({ text }) => `${text.title} ${text.html}`.toLowerCase().includes(term));
    return listAnswer(context, c, "/search/solutions", hits, (article) => articleShape(article), ["term"]);
  });
}

const folderOf = (id: number) => KNOWLEDGE_FOLDERS.find((folder) => folder.id === id);

function articleOf(c: Context): KnowledgeArticle | undefined {
  return KNOWLEDGE_BASE.find((article) => article.id === Number(c.req.param("id")));
}

/** From the category down to the folder that holds the article. */
function hierarchyOf(article: KnowledgeArticle) {
  const folders: KnowledgeFolder[] = [];
  for (let folder = folderOf(article.folderId); folder; folder = folderOf(folder.parentId ?? -1))
    folders.unshift(folder);
  const category = KNOWLEDGE_CATEGORIES.find((candidate) => candidate.id === folders[0]?.categoryId);
  return [
    ...(category ? [{ level: 0, type: "category", data: { id: category.id, name: category.name } }] : []),
    ...folders.map(({ id, name }, index) => ({ level: index + 1, type: "folder", data: { id, name } })),
  ];
}
