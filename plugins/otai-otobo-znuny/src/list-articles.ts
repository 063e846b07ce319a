import type { Article } from "@otai/plugin-api/article";
import type { Account } from "./account.ts";
import type { OtoboClient } from "./client.ts";
import { mapFaqItem } from "./map-faq-item.ts";
import { faqAnswer, faqSearchAnswer, type RawFaqItem, readAnswer } from "./schema.ts";

/** Public items of the FAQ add-on, in batches. Its web service wants no log-in and gives nothing else. */
export async function* listArticles(account: Account): AsyncGenerator<Article> {
  const { client, params } = account;
  const { ID: ids } = readAnswer(faqSearchAnswer, await client.callFaq("faq_search", { What: "*" }), "PublicFAQSearch");
  for (let start = 0; start < ids.length; start += params.batch_size) {
    for (const item of await getItems(client, ids.slice(start, start + params.batch_size))) {
      const article = mapFaqItem(account, item);
      if (article !== null) yield article;
    }
  }
}

/** One item that is gone meanwhile and the whole list is answered with none, so they are then read one by one. */
async function getItems(client: OtoboClient, ids: readonly string[]): Promise<readonly RawFaqItem[]> {
  const body = await client.callFaq("faq_get", { ItemID: ids.join(",") });
  const { FAQItem } = readAnswer(faqAnswer, body, "PublicFAQGet");
  if (FAQItem.length > 0 || ids.length < 2) return FAQItem;
  const single: RawFaqItem[] = [];
  for (const id of ids) single.push(...(await getItems(client, [id])));
  return single;
}
