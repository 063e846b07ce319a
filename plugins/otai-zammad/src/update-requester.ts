import { RefusedError } from "@otai/plugin-api/errors";
import type { FieldValue } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { findAttribute, isOwnKey } from "./attributes.ts";
import { numericId } from "./load-ticket.ts";
import { mapFieldValue } from "./map-field-value.ts";
import { readAnswer } from "./read-answer.ts";
import { rawUser } from "./schema.ts";

type Values = Readonly<Record<string, FieldValue>>;

/**
 * Writes the installation's own user attributes and nothing else: roles and groups would be replaced when sent.
 * @throws RefusedError naming what could not be written; the rest is written.
 */
export async function updateRequester(account: Account, requesterId: string, values: Values): Promise<void> {
  const { written, refused } = await mapValues(account, values);
  if (Object.keys(written).length > 0) {
    const path = `/users/${numericId(requesterId, "user")}`;
    const answer = await account.client.request({ method: "PUT", path, body: written, repeatable: true });
    const user = readAnswer(rawUser, answer.body, `PUT ${path}`);
    // Unknown keys are dropped without a word.
    const dropped = Object.keys(written).filter((name) => !Object.hasOwn(user, name));
    refused.push(...dropped.map((field) => ({ field, message: "users have no such attribute" })));
  }
  if (refused.length > 0) {
    const names = refused.map(({ field }) => field).join(", ");
    throw new RefusedError(
      `not written to user ${requesterId}: ${names}; look under Admin → System → Objects → User`,
      refused,
    );
  }
}

async function mapValues(account: Account, values: Values) {
  const { entries } = await account.attributes.get(({ readable, entries: known }) => {
    return !readable || Object.keys(values).every((key) => findAttribute(known, "User", key) !== undefined);
  });
  const written: Record<string, FieldValue> = {};
  const refused: { field: string; message: string }[] = [];
  for (const [key, value] of Object.entries(values)) {
    const attribute = isOwnKey("User", key) ? undefined : findAttribute(entries, "User", key);
    if (attribute === undefined || isOwnKey("User", attribute.name)) {
      refused.push({ field: key, message: "users have no such attribute" });
      continue;
    }
    const mapped = value === null ? ({ ok: true, value } as const) : mapFieldValue(attribute, value);
    if (mapped.ok) written[attribute.name] = mapped.value;
    else refused.push({ field: key, message: mapped.message });
  }
  return { written, refused };
}
