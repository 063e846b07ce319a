import {
  type ArticleText,
  KNOWLEDGE_BASE,
  KNOWLEDGE_FOLDERS,
  type KnowledgeArticle,
} from "../../desk/knowledge-base.ts";
import { refusal } from "./operation-error.ts";
import type { Operation } from "./otobo-account.ts";
import { textList } from "./request-data.ts";

interface FaqItem {
  id: number;
  article: KnowledgeArticle;
  languageId: number;
  text: ArticleText;
}

const LANGUAGES = ["en", "de"];

/** Every translation is an item of its own, and only what everybody may read is there. */
const ITEMS: readonly FaqItem[] = KNOWLEDGE_BASE.filter(
  (article) => !article.draft && folderOf(article)?.readers === "everybody",
)
  .flatMap((article) =>
    LANGUAGES.flatMap((language, index) => {
      const text = language === "en" ? article.text : article.translations[language];
      return text === undefined ? [] : [{ article, languageId: index + 1, text }];
    }),
  )
  .map((item, index) => ({ id: index + 1, ...item }));

export const languageList: Operation = () => ({
  Language: LANGUAGES.map((name, index) => ({ ID: index + 1, Name: name })),
});

export const publicCategoryList: Operation = () => ({
  Category: KNOWLEDGE_FOLDERS.flatMap((folder, index) =>
    folder.readers === "everybody" ? [{ ID: index + 1, Name: folder.name }] : [],
  ),
});

/** Items by id, comma-separated. */
export const publicFaqGet: Operation = (account, { data }) => {
  const ids = textList(data.ItemID).flatMap((part) => part.split(","));
  const items = ids.map((id) => ITEMS.find((item) => String(item.id) === id.trim()));
  if (ids.length === 0) throw refusal("PublicFAQGet", "MissingParameter", "ItemID parameter is missing!");
  const written = account.time.format(account.desk.bot.createdAt);
  return {
    FAQItem: items.map((item) => {
      if (item === undefined) {
        throw refusal(
          "PublicFAQGet",
          "NotFAQData",
          "Could not get FAQ data in Kernel::GenericInterface::Operation::FAQ::PublicFAQGet::Run()",
        );
      }
      return itemJson(item, written);
    }),
  };
};

/** `What` is searched in titles and texts, `*` stands for anything. One hit comes without its list. */
export const publicFaqSearch: Operation = (_account, { data }) => {
  const words = textList(data.What).flatMap((text) =>
    text
      .toLowerCase()
      .split(/[\s*]+/)
      .filter(Boolean),
  );
  const languages = textList(data.LanguageIDs);
  const ids = ITEMS.filter(({ text, article, languageId }) => {
    const content = `${text.title} ${text.html} ${article.tags.join(" ")}`.toLowerCase();
    return (
      words.every((word) => content.includes(word)) &&
      (languages.length === 0 || languages.includes(String(languageId)))
    );
  }).map((item) => String(item.id));
  if (ids.length === 0) {
    throw refusal(
      "PublicFAQSearch",
      "NotFAQData",
      "Could not get FAQ data in Kernel::GenericInterface::Operation::FAQ::PublicFAQSearch::Run()",
    );
  }
  return { ID: ids.length === 1 ? ids[0] : ids };
};

function itemJson({ id, article, languageId, text }: FaqItem, written: string) {
  return {
    ID: id,
    ItemID: id,
    Number: String(10_000 + id),
    Title: text.title,
    Language: LANGUAGES[languageId - 1],
    LanguageID: languageId,
    CategoryID: KNOWLEDGE_FOLDERS.findIndex((folder) => folder.id === article.folderId) + 1,
    CategoryName: folderOf(article)?.name ?? "",
    Visibility: "public",
    State: "public",
    Keywords: article.tags.join(" "),
    ContentType: "text/html",
    Approved: 1,
    Field1: "",
    Field2: "",
    Field3: text.html,
    Field4: "",
    Field5: "",
    Field6: "",
    Created: written,
    Changed: written,
  };
}

function folderOf(article: KnowledgeArticle) {
  return KNOWLEDGE_FOLDERS.find((folder) => folder.id === article.folderId);
}
