import type { Context, Hono } from "hono";
import { badRequest, recordNotFound } from "./api-error.ts";
import { callUrl, idParam, type ZendeskAccount } from "./call.ts";
import { ARTICLES, CATEGORIES, type HelpCenterArticle, SECTIONS } from "./help-center-content.ts";
import { instant } from "./instants.ts";
import { paginate } from "./paging.ts";

const DEFAULT_LOCALE = "en-us";
/** Articles were written on one day each, beginning here. */
const FIRST_ARTICLE_AT = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

/** `/help_center[/{locale}]/…`: only with `.json`, and without credentials only what everybody may read. */
export function addHelpCenterRoutes(routes: Hono, account: ZendeskAccount): void {
  for (const prefix of ["/help_center", "/help_center/:locale{[a-z]{2}(?:-[a-z]{2})?}"]) {
    addArticles(routes, account, prefix);
    addStructure(routes, account, prefix);
  }

  routes.get("/help_center/incremental/articles.json", (c) => {
    const startTime = Number(c.req.query("start_time"));
    if (!Number.isInteger(startTime)) throw badRequest("InvalidStartTime", "start_time is not a time in seconds");
    const changed = readable(c, account, undefined).filter((article) => changedAt(article) >= startTime * 1000);
    return c.json({
      articles: changed.map((article) => articleJson(account, article)),
      count: changed.length,
      next_page: null,
      end_time: Math.floor(account.now() / 1000),
    });
  });
}

function addArticles(routes: Hono, account: ZendeskAccount, prefix: string): void {
  const list = (c: Context, articles: readonly HelpCenterArticle[]) => {
    const page = paginate(articles, callUrl(c, account));
    return c.json({ articles: page.records.map((article) => articleJson(account, article)), ...page.envelope });
  };

  routes.get(`${prefix}/articles.json`, (c) => list(c, readable(c, account, c.req.param("locale"))));
  routes.get(`${prefix}/sections/:section{[0-9]+}/articles.json`, (c) => {
    const sectionId = idParam(c, "section");
    return list(
      c,
      readable(c, account, c.req.param("locale")).filter((article) => article.sectionId === sectionId),
    );
  });
  routes.get(`${prefix}/articles/search.json`, (c) => {
    const words = (c.req.query("query") ?? "")
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    if (words.length === 0) throw badRequest("InvalidSearch", "query is missing");
    const hits = readable(c, account, c.req.query("locale") ?? c.req.param("locale")).filter((article) =>
      words.every((word) => `${article.title} ${article.body}`.toLowerCase().includes(word)),
    );
    const page = paginate(hits, callUrl(c, account));
    const results = page.records.map((article) => ({ ...articleJson(account, article), result_type: "article" }));
    return c.json({ results, ...page.envelope });
  });
  routes.get(`${prefix}/articles/:article{[0-9]+}/attachments.json`, (c) => {
    knownArticle(c, account, idParam(c, "article"));
    return c.json({ article_attachments: [], ...paginate([], callUrl(c, account)).envelope });
  });
  routes.get(`${prefix}/articles/:article{[0-9]+\\.json}`, (c) =>
    c.json({ article: articleJson(account, knownArticle(c, account, idParam(c, "article"))) }),
  );
}

function addStructure(routes: Hono, account: ZendeskAccount, prefix: string): void {
  const dates = { created_at: instant(FIRST_ARTICLE_AT), updated_at: instant(FIRST_ARTICLE_AT) };
  const section = ({ id, categoryId, name }: (typeof SECTIONS)[number]) => ({
    id,
    url: `${account.apiUrl()}/help_center/${DEFAULT_LOCALE}/sections/${id}.json`,
    name,
    description: "",
    category_id: categoryId,
    locale: DEFAULT_LOCALE,
    position: 0,
    ...dates,
  });

  routes.get(`${prefix}/categories.json`, (c) => {
    const page = paginate(CATEGORIES, callUrl(c, account));
    const categories = page.records.map(({ id, name }) => ({
      id,
      url: `${account.apiUrl()}/help_center/${DEFAULT_LOCALE}/categories/${id}.json`,
      name,
      description: "",
      locale: DEFAULT_LOCALE,
      position: 0,
      ...dates,
    }));
    return c.json({ categories, ...page.envelope });
  });
  routes.get(`${prefix}/sections.json`, (c) => {
    const page = paginate(SECTIONS, callUrl(c, account));
    return c.json({ sections: page.records.map(section), ...page.envelope });
  });
  routes.get(`${prefix}/categories/:category{[0-9]+}/sections.json`, (c) => {
    const categoryId = idParam(c, "category");
    const page = paginate(
      SECTIONS.filter((candidate) => candidate.categoryId === categoryId),
      callUrl(c, account),
    );
    return c.json({ sections: page.records.map(section), ...page.envelope });
  });
}

/** Articles of a language (all languages without one) that the caller may read: agents read everything. */
function readable(c: Context, account: ZendeskAccount, locale: string | undefined): HelpCenterArticle[] {
  const everything = account.caller(c) !== null;
  return ARTICLES.filter((article) => locale === undefined || article.locale === locale).filter(
    (article) => everything || (article.draft !== true && article.userSegmentId === null),
  );
}

function knownArticle(c: Context, account: ZendeskAccount, id: number): HelpCenterArticle {
  const article = readable(c, account, c.req.param("locale")).find((candidate) => candidate.id === id);
  if (article === undefined) throw recordNotFound();
  return article;
}

function changedAt(article: HelpCenterArticle): number {
  return FIRST_ARTICLE_AT + ARTICLES.indexOf(article) * DAY_MS;
}

function articleJson(account: ZendeskAccount, article: HelpCenterArticle): Record<string, unknown> {
  const { id, locale, title } = article;
  const at = instant(changedAt(article));
  return {
    id,
    url: `${account.apiUrl()}/help_center/${locale}/articles/${id}.json`,
    html_url: `${account.apiUrl().replace(/\/api\/v2$/, "")}/hc/${locale}/articles/${id}`,
    author_id: account.desk.bot.id,
    title,
    name: title,
    body: article.body,
    draft: article.draft === true,
    promoted: false,
    outdated: article.outdated === true,
    position: 0,
    locale,
    source_locale: locale,
    section_id: article.sectionId,
    label_names: [...article.labels],
    user_segment_id: article.userSegmentId,
    comments_disabled: false,
    created_at: at,
    updated_at: at,
    edited_at: at,
  };
}
