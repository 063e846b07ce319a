import { RefusedError } from "@otai/plugin-api/errors";
import type { Note } from "@otai/plugin-api/message";
import type { RefusedField } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import type { WritePart } from "./map-update.ts";
import type { RawTicket } from "./schema.ts";
import { type Attempt, writeOnce } from "./write-once.ts";

interface Written {
  readonly after: RawTicket;
  readonly refused: readonly RefusedField[];
}

/**
 * One combined write. What is refused is dropped, and what is not yet written is sent once more (D09). A refused dynamic field is
 * not named by the server, so each of them is then tried alone.
 * @throws RefusedError, saying what is written all the same, when nothing can be dropped or the rest is refused too
 */
export async function writeParts(
  account: Account,
  id: string,
  parts: readonly WritePart[],
  note: Note | undefined,
): Promise<Written> {
  const first = await writeOnce(account, id, parts, note);
  if (first.failure === null) return { after: first.after, refused: notApplied(first) };

  const named = first.failure.fields;
  const isNamed = ({ field, place }: WritePart) =>
    named.some((one) => (one.field === "custom_fields" ? place === "DynamicField" : one.field === field));
  const noteNamed = first.note !== undefined && named.some(({ field }) => field === "note");
  const dropped = first.left.filter(isNamed);
  if (dropped.length === 0 && !noteNamed) throw partly(first.failure, parts, first);

  const message = named[0]!.message;
  const rest = first.left.filter((part) => !isNamed(part));
  const restNote = noteNamed ? undefined : first.note;
  const single = dropped.length > 1 ? dropped : [];
  const refused: RefusedField[] = [
    ...(noteNamed ? [{ field: "note", message }] : []),
    ...(single.length > 0 ? [] : dropped.map(({ field }) => ({ field, message }))),
  ];
  let { after } = first;
  if (rest.length > 0 || restNote !== undefined) {
    const second = await writeOnce(account, id, rest, restNote);
    if (second.failure !== null) throw partly(second.failure, parts, { ...second, left: [...second.left, ...dropped] });
    refused.push(...notApplied(second));
    after = second.after;
  }
  for (const part of single) {
    const alone = await writeOnce(account, id, [part], undefined);
    if (alone.failure === null) refused.push(...notApplied(alone));
    else refused.push({ field: part.field, message: alone.failure.fields[0]?.message ?? alone.failure.message });
    after = alone.after;
  }
  return { after, refused };
}

/** A 200 that the ticket does not show (OT-14). */
function notApplied({ left, note }: Attempt): RefusedField[] {
  const message = "was not applied: the server answered well, but the ticket does not show it";
  return [...left.map(({ field }) => field), ...(note === undefined ? [] : ["note"])].map((field) => ({
    field,
    message,
  }));
}

function partly(failure: RefusedError, parts: readonly WritePart[], { left }: Attempt): RefusedError {
  const missing = new Set(left.map(({ field }) => field));
  const written = parts.map(({ field }) => field).filter((field) => !missing.has(field));
  if (written.length === 0) return failure;
  return new RefusedError(`${failure.message} Written all the same: ${written.join(", ")}.`, failure.fields, {
    cause: failure,
    ...(failure.url !== undefined && { url: failure.url }),
    ...(failure.status !== undefined && { status: failure.status }),
  });
}
