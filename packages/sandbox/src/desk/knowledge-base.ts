import { KNOWLEDGE_ARTICLES } from "./knowledge-articles.ts";

/** Who may read the articles of a folder. */
export type Readers = "everybody" | "signed-in" | "agents" | "selected-companies";

export interface KnowledgeFolder {
  id: number;
  categoryId: number;
  /** The folder that this one lies in. */
  parentId: number | null;
  name: string;
  readers: Readers;
}

export interface KnowledgeArticle {
  id: number;
  folderId: number;
  draft: boolean;
  tags: readonly string[];
  /** The text in the language of the account, English. */
  text: ArticleText;
  /** Other languages by ISO 639-1 code. */
  translations: Readonly<Record<string, ArticleText>>;
}

export interface ArticleText {
  title: string;
  html: string;
}

const CATEGORY_IDS = { help: 80_000_500_001, team: 80_000_500_002 };
const FOLDER_IDS = {
  payments: 80_000_510_001,
  invoices: 80_000_510_002,
  account: 80_000_510_003,
  orders: 80_000_510_004,
  devices: 80_000_510_005,
  partners: 80_000_510_006,
  internal: 80_000_510_007,
};
export type FolderKey = keyof typeof FOLDER_IDS;

export const KNOWLEDGE_CATEGORIES = [
  { id: CATEGORY_IDS.help, name: "Help for customers" },
  { id: CATEGORY_IDS.team, name: "For the team" },
] as const;

const folder = (
  key: FolderKey,
  name: string,
  readers: Readers,
  parent: FolderKey | null = null,
  category: keyof typeof CATEGORY_IDS = "help",
): KnowledgeFolder => ({
  id: FOLDER_IDS[key],
  categoryId: CATEGORY_IDS[category],
  parentId: parent === null ? null : FOLDER_IDS[parent],
  name,
  readers,
});

export const KNOWLEDGE_FOLDERS: readonly KnowledgeFolder[] = [
  folder("payments", "Payments", "everybody"),
  folder("invoices", "Invoices", "everybody", "payments"),
  folder("account", "Your account", "everybody"),
  folder("orders", "Orders and returns", "everybody"),
  folder("devices", "Devices and app", "signed-in"),
  folder("partners", "Partner shops", "selected-companies"),
  folder("internal", "Instructions for agents", "agents", null, "team"),
];

export const KNOWLEDGE_BASE: readonly KnowledgeArticle[] = KNOWLEDGE_ARTICLES.map(
  (article, index): KnowledgeArticle => ({
    id: 80_000_520_001 + index,
    folderId: FOLDER_IDS[article.folder],
    draft: article.draft ?? false,
    tags: article.tags,
    text: article.en,
    translations: article.de ? { de: article.de } : {},
  }),
);

/** Out of use: only vendors that have an archive show it. */
export const ARCHIVED_ARTICLE: KnowledgeArticle = {
  id: 80_000_529_001,
  folderId: FOLDER_IDS.payments,
  draft: false,
  tags: ["billing"],
  text: { title: "Pay by cheque", html: "<p>We take cheques until the end of 2024.</p>" },
  translations: {},
};
