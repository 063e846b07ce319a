import type { Article } from "@otai/plugin-api/article";
import { htmlToText } from "@otai/text/html";
import type { Account } from "./account.ts";
import type { RawFaqItem } from "./schema.ts";

/** Symptom, problem, solution and so on are HTML fields of their own; the article is all of them. `null` for an item without an id. */
export function mapFaqItem({ installationUrl, time }: Account, item: RawFaqItem): Article | null {
  const externalId = item.ItemID ?? item.ID;
  if (externalId === null) return null;
  const html = [item.Field1, item.Field2, item.Field3, item.Field4, item.Field5, item.Field6]
    .filter((field) => field.trim() !== "")
    .join("\n");
  return {
    externalId,
    title: item.Title,
    html,
    text: htmlToText(html),
    tags: item.Keywords.split(/[\s,;]+/).filter((word) => word !== ""),
    url: `${installationUrl}/public.pl?Action=PublicFAQZoom;ItemID=${externalId}`,
    language: item.Language,
    visibility: "public",
    updatedAt: time.parse(item.Changed) ?? time.parse(item.Created) ?? 0,
    categoryPath: item.CategoryName?.split("::") ?? [],
  };
}
