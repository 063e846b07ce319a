import {
  ARCHIVED_ARTICLE,
  type ArticleText,
  KNOWLEDGE_BASE,
  KNOWLEDGE_CATEGORIES,
  KNOWLEDGE_FOLDERS,
  type KnowledgeArticle,
} from "../../desk/knowledge-base.ts";

export const KNOWLEDGE_BASE_ID = 1;
type Row = { id: number } & Record<string, unknown>;
export type Assets = Record<string, Record<string, Row>>;

interface Translation {
  id: number;
  /** Another number than the translation's own: mixing them up gets an empty answer. */
  contentId: number;
  answerId: number;
  locale: KnowledgeLocale;
  text: ArticleText;
}

interface KnowledgeLocale {
  id: number;
  locale: string;
  language: string;
}

const LOCALES: readonly KnowledgeLocale[] = [
  { id: 1, locale: "en-us", language: "en" },
  { id: 2, locale: "de-de", language: "de" },
];
const FIRST_TRANSLATION = 30;
const FIRST_CONTENT = 130;

const ANSWERS: readonly KnowledgeArticle[] = [...KNOWLEDGE_BASE, ARCHIVED_ARTICLE];
const answerId = (article: KnowledgeArticle) => 1 + ANSWERS.indexOf(article);

/** Categories of the desk come first, its folders lie in them. */
const folderCategoryId = (folderId: number) =>
  KNOWLEDGE_CATEGORIES.length + 1 + KNOWLEDGE_FOLDERS.findIndex((folder) => folder.id === folderId);

const TRANSLATIONS: readonly Translation[] = ANSWERS.flatMap((article) =>
  LOCALES.flatMap((locale) => {
    const text = locale.language === "en" ? article.text : article.translations[locale.language];
    return text === undefined ? [] : [{ answerId: answerId(article), locale, text }];
  }),
).map((translation, index) => ({ id: FIRST_TRANSLATION + index, contentId: FIRST_CONTENT + index, ...translation }));

/** The whole graph without the texts, keyed by class names that have lost their colons. `written` is ISO 8601. */
export function knowledgeAssets(written: string): Assets {
  const trace = { created_at: written, updated_at: written };
  const categories: Row[] = [
    ...KNOWLEDGE_CATEGORIES.map((_, index) => category(index + 1, null)),
    ...KNOWLEDGE_FOLDERS.map((folder) =>
      category(
        folderCategoryId(folder.id),
        folder.parentId === null
          ? KNOWLEDGE_CATEGORIES.findIndex((known) => known.id === folder.categoryId) + 1
          : folderCategoryId(folder.parentId),
      ),
    ),
  ];
  for (const row of categories) {
    row.child_ids = categories.filter((child) => child.parent_id === row.id).map((child) => child.id);
  }
  const names = [...KNOWLEDGE_CATEGORIES, ...KNOWLEDGE_FOLDERS].map(({ name }, index) => ({
    id: categoryTranslationId(index + 1),
    title: name,
    kb_locale_id: 1,
    category_id: index + 1,
    ...trace,
  }));
  const base: Row = {
    id: KNOWLEDGE_BASE_ID,
    iconset: "FontAwesome",
    color_highlight: "#38ad69",
    color_header: "#f9fafb",
    homepage_layout: "grid",
    category_layout: "grid",
    active: true,
    show_feed_icon: false,
    category_ids: categories.map(({ id }) => id),
    answer_ids: ANSWERS.map(answerId),
    kb_locale_ids: LOCALES.map(({ id }) => id),
    translation_ids: [1],
    ...trace,
  };
  const title: Row = {
    id: 1,
    title: "Brambelwerk Help",
    footer_note: "",
    kb_locale_id: 1,
    knowledge_base_id: 1,
    ...trace,
  };
  return {
    KnowledgeBase: byId([base]),
    KnowledgeBaseTranslation: byId([title]),
    KnowledgeBaseLocale: byId(
      LOCALES.map(({ id }) => ({ id, knowledge_base_id: 1, system_locale_id: id, primary: id === 1, ...trace })),
    ),
    KnowledgeBaseCategory: byId(categories),
    KnowledgeBaseCategoryTranslation: byId(names),
    KnowledgeBaseAnswer: byId(ANSWERS.map((article) => answer(article, written))),
    KnowledgeBaseAnswerTranslation: byId(TRANSLATIONS.map((translation) => translationRow(translation, trace))),
  };
}

/** One answer with its translations, and the texts with the asked-for content ids. Undefined for an unknown id. */
export function answerAssets(id: number, contentIds: readonly number[], written: string): Assets | undefined {
  const article = ANSWERS[id - 1];
  if (article === undefined) return undefined;
  const trace = { created_at: written, updated_at: written };
  const own = TRANSLATIONS.filter((translation) => translation.answerId === id);
  const asked = TRANSLATIONS.filter((translation) => contentIds.includes(translation.contentId));
  return {
    KnowledgeBaseAnswer: byId([answer(article, written)]),
    KnowledgeBaseAnswerTranslation: byId(own.map((translation) => translationRow(translation, trace))),
    ...(asked.length === 0
      ? {}
      : {
          KnowledgeBaseAnswerTranslationContent: byId(
            asked.map(({ contentId, text }) => ({ id: contentId, body: text.html, attachments: [] })),
          ),
        }),
  };
}

/** Texts that contain every word of the query, in this locale. */
export function searchTranslations(query: string, locale: string): Translation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return TRANSLATIONS.filter(({ text, locale: own }) => {
    const content = `${text.title} ${text.html}`.toLowerCase();
    return own.locale === locale && words.every((word) => content.includes(word));
  });
}

/** Public for everybody, internal for everybody else, neither for a draft. */
function answer(article: KnowledgeArticle, written: string): Row {
  const readers = KNOWLEDGE_FOLDERS.find((folder) => folder.id === article.folderId)?.readers;
  const isPublic = !article.draft && readers === "everybody";
  const id = answerId(article);
  return {
    id,
    category_id: folderCategoryId(article.folderId),
    promoted: false,
    internal_note: null,
    position: id,
    archived_at: article === ARCHIVED_ARTICLE ? written : null,
    internal_at: article.draft || isPublic ? null : written,
    published_at: isPublic ? written : null,
    archived_by_id: null,
    internal_by_id: null,
    published_by_id: null,
    created_at: written,
    updated_at: written,
    attachments: [],
    tags: article.tags,
    translation_ids: TRANSLATIONS.filter((translation) => translation.answerId === id).map((each) => each.id),
  };
}

function translationRow({ id, answerId, contentId, locale, text }: Translation, trace: Record<string, string>): Row {
  return {
    id,
    title: text.title,
    kb_locale_id: locale.id,
    answer_id: answerId,
    content_id: contentId,
    created_by_id: 1,
    updated_by_id: 1,
    ...trace,
  };
}

function category(id: number, parentId: number | null): Row {
  const articles = ANSWERS.filter((article) => folderCategoryId(article.folderId) === id);
  return {
    id,
    knowledge_base_id: KNOWLEDGE_BASE_ID,
    parent_id: parentId,
    category_icon: "f115",
    position: id,
    translation_ids: [categoryTranslationId(id)],
    answer_ids: articles.map(answerId),
    child_ids: [],
  };
}

const categoryTranslationId = (categoryId: number) => 10 + categoryId;

function byId(rows: readonly Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
