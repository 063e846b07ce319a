import { RefusedError } from "@otai/plugin-api/errors";
import type { FieldValue } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { readAnswer } from "./read-answer.ts";
import { userWriteAnswer } from "./schema.ts";

/**
 * Writes `user_fields` and nothing else: an e-mail address in it would add a second identity.
 * @throws RefusedError naming the fields that Zendesk ignored, as it does with unknown ones; the others are written.
 */
export async function updateRequester(
  { client }: Account,
  requesterId: string,
  fields: Readonly<Record<string, FieldValue>>,
): Promise<void> {
  const path = `/users/${encodeURIComponent(requesterId)}.json`;
  const body = { user: { user_fields: fields } };
  const answer = await client.request({ method: "PUT", path, body, repeatable: true });
  const shown = readAnswer(userWriteAnswer, answer.body, `PUT ${path}`).user.user_fields ?? {};
  const ignored = Object.keys(fields).filter((field) => !Object.hasOwn(shown, field));
  if (ignored.length > 0) {
    throw new RefusedError(
      `the account has no user field ${ignored.join(", ")}; add it in Admin Center → People → Configuration → User fields`,
      ignored.map((field) => ({ field, message: "does not exist" })),
    );
  }
}
