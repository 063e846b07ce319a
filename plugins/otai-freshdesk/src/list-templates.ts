import type { AnswerTemplate } from "@otai/plugin-api/answer-template";
import { htmlToText } from "@otai/text/html";
import { z } from "zod";
import type { Account } from "./account.ts";
import { readAnswer } from "./read-answer.ts";
import { cannedFolderSchema, cannedResponseSchema } from "./schema.ts";

/**
 * The canned responses of shared folders. Freshdesk says neither their language nor, in this list, who may use them: it shows those
 * that the key's agent sees.
 * @throws PermissionError or NotFoundError where the agent or the plan has none.
 */
export async function* listTemplates(account: Account): AsyncGenerator<AnswerTemplate> {
  for (const { id, personal } of await read(account, "/canned_response_folders", cannedFolderSchema)) {
    if (personal === true) continue;
    for (const raw of await read(account, `/canned_response_folders/${id}/responses`, cannedResponseSchema)) {
      const text = (raw.content_html == null ? (raw.content ?? "") : htmlToText(raw.content_html)).trim();
      if (text !== "") yield { id: raw.id, title: raw.title ?? "", text, language: null, queues: [] };
    }
  }
}

/** These lists have no pages. */
async function read<Schema extends z.ZodType>({ client }: Account, path: string, schema: Schema) {
  const answer = await client.request({ method: "GET", path, repeatable: true });
  return readAnswer(z.array(schema), answer.body, `GET ${path}`);
}
