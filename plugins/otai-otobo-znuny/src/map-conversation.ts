import type { Message, Role } from "@otai/plugin-api/message";
import { htmlToText } from "@otai/text/html";
import type { RawArticle } from "./schema.ts";
import type { ServerTime } from "./server-time.ts";
import { instantOf } from "./stamp.ts";

/** An article in OTAI's words; who said it is the sender's type, never who created it. */
export function mapMessage(article: RawArticle, time: ServerTime): Message {
  const sender = readSender(article.From);
  const role = mapRole(article.SenderType);
  return {
    id: article.ArticleID,
    role,
    authorId: sender.email ?? (article.From === "" ? null : article.From),
    authorName: sender.name || null,
    body: textOf(article),
    private: isPrivate(article),
    automated: role === "system",
    createdAt: instantOf(time, article.CreateTime ?? article.Created ?? "", "CreateTime"),
  };
}

/** ArticleNumber and time do not tell the order within a second, the id does (OT-17). */
export function inOrder(articles: readonly RawArticle[]): RawArticle[] {
  return [...articles].sort((left, right) => Number(left.ArticleID) - Number(right.ArticleID));
}

/** Up to OTRS 5 the type says it. What is not known to be visible is not shown to a customer, but for what customers wrote. */
export function isPrivate({ IsVisibleForCustomer: visible, ArticleType: type, SenderType }: RawArticle): boolean {
  if (visible !== null && visible !== undefined) return Number(visible) !== 1;
  return type === null ? SenderType !== "customer" : /-int(ernal)?$/.test(type);
}

/**
 * HTML articles come as plain text already, in which the text of a script is text (OT-18); a `<b>` in it was typed by somebody.
 */
export function textOf({ Body, ContentType }: RawArticle): string {
  return /^text\/html\b/i.test(ContentType) ? htmlToText(Body) : Body;
}

/** `"Anna Schmidt" <anna.schmidt@kunde.example>`, an address alone, or a login. */
export function readSender(from: string): { readonly name: string; readonly email: string | null } {
  const email = /<([^<>\s]+@[^<>\s]+)>/.exec(from)?.[1] ?? /^\s*([^<>\s"]+@[^<>\s"]+)\s*$/.exec(from)?.[1] ?? null;
  const name = from
    .split("<")[0]!
    .trim()
    .replace(/^"(.*)"$/, "$1");
  return { name: name === email ? "" : name, email };
}

function mapRole(senderType: string): Role {
  return senderType === "customer" || senderType === "agent" ? senderType : "system";
}
