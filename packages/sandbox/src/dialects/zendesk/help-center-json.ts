import {
  type ArticleText,
  KNOWLEDGE_BASE,
  type KNOWLEDGE_CATEGORIES,
  KNOWLEDGE_FOLDERS,
  type KnowledgeArticle,
  type KnowledgeFolder,
  type Readers,
} from "../../desk/knowledge-base.ts";
import { instant } from "./instants.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

export const DEFAULT_LOCALE = "en-us";

/** Null is everybody; a user segment may be the signed-in, the staff or some organizations. */
const USER_SEGMENTS: Record<Readers, number | null> = {
  everybody: null,
  "signed-in": 3901,
  agents: 3902,
  "selected-companies": 3903,
};

/** An article in one language, as the Help Center lists it. */
export interface LocalisedArticle {
  id: number;
  locale: string;
  sectionId: number;
  draft: boolean;
  userSegmentId: number | null;
  labels: readonly string[];
  text: ArticleText;
}

/** The articles that have a text in this language. */
export function articlesIn(locale: string): LocalisedArticle[] {
  return KNOWLEDGE_BASE.flatMap((article) => {
    const text = textIn(article, locale);
    return text === undefined ? [] : [localised(article, locale, text)];
  });
}

/** Every language of one article, the account's own first. */
export function localesOf(id: number): string[] {
  const article = KNOWLEDGE_BASE.find((candidate) => candidate.id === id);
  return article === undefined ? [] : [DEFAULT_LOCALE, ...Object.keys(article.translations)];
}

function textIn(article: KnowledgeArticle, locale: string): ArticleText | undefined {
  return locale === DEFAULT_LOCALE ? article.text : article.translations[locale];
}

function localised(article: KnowledgeArticle, locale: string, text: ArticleText): LocalisedArticle {
  const folder = KNOWLEDGE_FOLDERS.find((candidate) => candidate.id === article.folderId);
  if (folder === undefined) throw new Error(`article ${article.id} lies in no folder`);
  return {
    id: article.id,
    locale,
    sectionId: folder.id,
    draft: article.draft,
    userSegmentId: USER_SEGMENTS[folder.readers],
    labels: article.tags,
    text,
  };
}

export function articleJson(account: ZendeskAccount, article: LocalisedArticle): Record<string, unknown> {
  const { id, locale, text } = article;
  return {
    id,
    url: `${account.apiUrl()}/help_center/${locale}/articles/${id}.json`,
    html_url: `${account.apiUrl().replace(/\/api\/v2$/, "")}/hc/${locale}/articles/${id}`,
    author_id: account.desk.bot.id,
    title: text.title,
    name: text.title,
    body: text.html,
    draft: article.draft,
    promoted: false,
    outdated: false,
    position: 0,
    locale,
    source_locale: DEFAULT_LOCALE,
    section_id: article.sectionId,
    label_names: [...article.labels],
    user_segment_id: article.userSegmentId,
    comments_disabled: false,
    ...dates(account),
    edited_at: instant(writtenAt(account)),
  };
}

/** Translations name the language and the text alone. */
export function translationJson(account: ZendeskAccount, article: LocalisedArticle): Record<string, unknown> {
  return {
    id: article.id,
    source_id: article.id,
    source_type: "Article",
    locale: article.locale,
    title: article.text.title,
    body: article.text.html,
    draft: article.draft,
    outdated: false,
    ...dates(account),
  };
}

export function categoryJson(account: ZendeskAccount, { id, name }: (typeof KNOWLEDGE_CATEGORIES)[number]) {
  return {
    id,
    url: `${account.apiUrl()}/help_center/${DEFAULT_LOCALE}/categories/${id}.json`,
    name,
    description: "",
    locale: DEFAULT_LOCALE,
    position: 0,
    ...dates(account),
  };
}

/** Sections lie in sections as folders lie in folders. */
export function sectionJson(account: ZendeskAccount, folder: KnowledgeFolder) {
  return {
    id: folder.id,
    url: `${account.apiUrl()}/help_center/${DEFAULT_LOCALE}/sections/${folder.id}.json`,
    name: folder.name,
    description: "",
    category_id: folder.categoryId,
    parent_section_id: folder.parentId,
    locale: DEFAULT_LOCALE,
    position: 0,
    ...dates(account),
  };
}

/** The articles were there when the account was opened. */
export function writtenAt(account: ZendeskAccount): number {
  return account.desk.bot.createdAt;
}

function dates(account: ZendeskAccount): { created_at: string; updated_at: string } {
  const at = instant(writtenAt(account));
  return { created_at: at, updated_at: at };
}
