import type { Article } from "@otai/plugin-api/article";
import type { Account } from "./account.ts";
import { mapFaqItem } from "./map-faq-item.ts";
import { faqAnswer, faqSearchAnswer, readAnswer } from "./schema.ts";

/** Public items of the FAQ add-on, in batches. Its web service wants no log-in and gives nothing else. */
export async function* listArticles(account: Account): AsyncGenerator<Article> {
  const { client, params } = account;
  const { ID: ids } = readAnswer(faqSearchAnswer, await client.callFaq("faq_search", { What: "*" }), "PublicFAQSearch");
  for (let start = 0; start < ids.length; start += params.batch_size) {
    const ItemID = ids.slice(start, start + params.batch_size).join(",");
    const { FAQItem } = readAnswer(faqAnswer, await client.callFaq("faq_get", { ItemID }), "PublicFAQGet");
    for (const item of FAQItem) {
      const article = mapFaqItem(account, item);
      if (article !== null) yield article;
    }
  }
}
