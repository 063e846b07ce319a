import { NotFoundError, RefusedError } from "@otai/plugin-api/errors";
import type { FieldValue } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { findField } from "./find-field.ts";
import { contactPath } from "./load-ticket.ts";
import { mapFieldValue } from "./map-field-value.ts";

type Values = Readonly<Record<string, FieldValue>>;

/**
 * Writes custom fields of a contact. What the account has no field or choice for is left out and logged by name; an agent, a
 * deleted or a blocked contact takes no write at all (D30).
 * @throws NotFoundError for those, RefusedError when nothing of it could be written.
 */
export async function updateRequester(account: Account, requesterId: string, values: Values): Promise<void> {
  const { written, refused } = await mapValues(account, values);
  if (Object.keys(written).length === 0) throw new RefusedError("none of the contact fields can be written", refused);
  if (refused.length > 0) {
    const { connection, log } = account.context;
    log.warn({ connection, fields: refused.map(({ field }) => field) }, "contact fields left out");
  }
  try {
    await put(account, requesterId, written);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const bad = new Set(error.fields.map(({ field }) => field.replace(/^custom_fields?[.[]/, "").replace(/\]$/, "")));
    const rest = Object.fromEntries(Object.entries(written).filter(([name]) => !bad.has(name)));
    const count = Object.keys(rest).length;
    if (count === 0 || count === Object.keys(written).length) throw error;
    await put(account, requesterId, rest);
  }
}

async function mapValues(account: Account, values: Values) {
  const fields = await account.contactFields.get(
    (known) => known === null || Object.keys(values).every((key) => findField(known, key) !== undefined),
  );
  const written: Record<string, FieldValue> = {};
  const refused: { field: string; message: string }[] = [];
  for (const [key, value] of Object.entries(values)) {
    const field = fields === null ? { name: key, label: key, type: "", choices: null } : findField(fields, key);
    if (field === undefined) {
      refused.push({
        field: key,
        message: `the account has no contact field "${key}"; add it under Admin → Contact Fields`,
      });
      continue;
    }
    const mapped = value === null ? ({ ok: true, value } as const) : mapFieldValue(field, value);
    if (mapped.ok) written[field.name] = mapped.value;
    else refused.push({ field: key, message: mapped.message });
  }
  return { written, refused };
}

async function put(account: Account, requesterId: string, custom_fields: Values): Promise<void> {
  const path = contactPath(requesterId);
  try {
    await account.client.request({ method: "PUT", path, body: { custom_fields }, repeatable: true });
  } catch (error) {
    if (error instanceof RefusedError && error.status === 405) {
      throw new NotFoundError(`contact ${requesterId} is deleted or blocked and takes no changes`, {
        status: 405,
        cause: error,
      });
    }
    if (error instanceof NotFoundError) {
      throw new NotFoundError(`contact ${requesterId} does not exist, or is an agent and not a contact`, {
        status: 404,
        cause: error,
      });
    }
    throw error;
  }
}
