import type { Message } from "@otai/plugin-api/message";
import { z } from "zod";
import type { Account } from "./account.ts";
import { mapComment } from "./map-conversation.ts";
import { readAllPages } from "./read-pages.ts";
import { type RawUser, rawComment, rawUser } from "./schema.ts";

const commentsPage = z.object({ comments: z.array(rawComment), users: z.array(rawUser).nullish() });

/** All comments, oldest first; the first one is the ticket's description. */
export async function getConversation(account: Account, id: string): Promise<readonly Message[]> {
  const path = `/tickets/${encodeURIComponent(id)}/comments.json`;
  const pages = await readAllPages(account.client, path, commentsPage, { include: "users" });
  const users = new Map<string, RawUser>();
  for (const user of pages.flatMap((page) => page.users ?? [])) {
    if (user.id !== null) users.set(user.id, user);
  }
  return pages
    .flatMap((page) => page.comments.map((comment) => mapComment(comment, users)))
    .sort((left, right) => left.createdAt - right.createdAt);
}
