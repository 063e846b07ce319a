import type { Context, Hono } from "hono";
import { KNOWLEDGE_CATEGORIES, KNOWLEDGE_FOLDERS } from "../../desk/knowledge-base.ts";
import { badRequest, recordNotFound } from "./api-error.ts";
import { callUrl, idParam } from "./call.ts";
import {
  articleJson,
  articlesIn,
  categoryJson,
  DEFAULT_LOCALE,
  type LocalisedArticle,
  localesOf,
  sectionJson,
  translationJson,
  writtenAt,
} from "./help-center-json.ts";
import { paginate } from "./paging.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

/** `/help_center[/{locale}]/…`: only with `.json`, and without credentials only what everybody may read. */
export function addHelpCenterRoutes(routes: Hono, account: ZendeskAccount): void {
  for (const prefix of ["/help_center", "/help_center/:locale{[a-z]{2}(?:-[a-z]{2})?}"]) {
    addArticles(routes, account, prefix);
    addStructure(routes, account, prefix);
  }

  routes.get("/help_center/incremental/articles.json", (c) => {
    const startTime = Number(c.req.query("start_time"));
    if (!Number.isInteger(startTime)) throw badRequest("InvalidStartTime", "start_time is not a time in seconds");
    const changed = writtenAt(account) < startTime * 1000 ? [] : readable(c, account, DEFAULT_LOCALE);
    return c.json({
      articles: changed.map((article) => articleJson(account, article)),
      count: changed.length,
      next_page: null,
      end_time: Math.floor(account.now() / 1000),
    });
  });
}

function addArticles(routes: Hono, account: ZendeskAccount, prefix: string): void {
  const list = (c: Context, articles: readonly LocalisedArticle[]) => {
    const page = paginate(articles, callUrl(c, account));
    return c.json({ articles: page.records.map((article) => articleJson(account, article)), ...page.envelope });
  };

  routes.get(`${prefix}/articles.json`, (c) => list(c, readable(c, account, localeOf(c))));
  routes.get(`${prefix}/sections/:section{[0-9]+}/articles.json`, (c) => {
    const sectionId = idParam(c, "section");
    return list(
      c,
      readable(c, account, localeOf(c)).filter((article) => article.sectionId === sectionId),
    );
  });
  routes.get(`${prefix}/articles/search.json`, (c) => {
    const words = (c.req.query("query") ?? "")
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    if (words.length === 0) throw badRequest("InvalidSearch", "query is missing");
    const hits = readable(c, account, c.req.query("locale") ?? localeOf(c)).filter(({ text }) =>
      words.every((word) => `${text.title} ${text.html}`.toLowerCase().includes(word)),
    );
    const page = paginate(hits, callUrl(c, account));
    const results = page.records.map((article) => ({ ...articleJson(account, article), result_type: "article" }));
    return c.json({ results, ...page.envelope });
  });
  routes.get(`${prefix}/articles/:article{[0-9]+\\.json}`, (c) =>
    c.json({ article: articleJson(account, knownArticle(c, account, localeOf(c))) }),
  );
  routes.get(`${prefix}/articles/:article{[0-9]+}/translations.json`, (c) => {
    const { id } = knownArticle(c, account, DEFAULT_LOCALE);
    const translations = localesOf(id).map((locale) => knownArticle(c, account, locale));
    return c.json({ translations: translations.map((each) => translationJson(account, each)) });
  });
  routes.get(`${prefix}/articles/:article{[0-9]+}/attachments.json`, (c) => {
    knownArticle(c, account, DEFAULT_LOCALE);
    return c.json({ article_attachments: [], ...paginate([], callUrl(c, account)).envelope });
  });
}

function addStructure(routes: Hono, account: ZendeskAccount, prefix: string): void {
  routes.get(`${prefix}/categories.json`, (c) => {
    const page = paginate(KNOWLEDGE_CATEGORIES, callUrl(c, account));
    return c.json({ categories: page.records.map((each) => categoryJson(account, each)), ...page.envelope });
  });
  routes.get(`${prefix}/sections.json`, (c) => {
    const page = paginate(KNOWLEDGE_FOLDERS, callUrl(c, account));
    return c.json({ sections: page.records.map((each) => sectionJson(account, each)), ...page.envelope });
  });
  routes.get(`${prefix}/categories/:category{[0-9]+}/sections.json`, (c) => {
    const categoryId = idParam(c, "category");
    const page = paginate(
      KNOWLEDGE_FOLDERS.filter((folder) => folder.categoryId === categoryId),
      callUrl(c, account),
    );
    return c.json({ sections: page.records.map((each) => sectionJson(account, each)), ...page.envelope });
  });
}

function localeOf(c: Context): string {
  return c.req.param("locale") ?? DEFAULT_LOCALE;
}

/** Agents read everything, anonymous readers neither drafts nor what belongs to a segment. */
function readable(c: Context, account: ZendeskAccount, locale: string): LocalisedArticle[] {
  const everything = account.caller(c) !== null;
  return articlesIn(locale).filter((article) => everything || (!article.draft && article.userSegmentId === null));
}

function knownArticle(c: Context, account: ZendeskAccount, locale: string): LocalisedArticle {
  const id = idParam(c, "article");
  const article = readable(c, account, locale).find((candidate) => candidate.id === id);
  if (article === undefined) throw recordNotFound();
  return article;
}
