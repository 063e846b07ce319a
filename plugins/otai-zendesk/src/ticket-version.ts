import { setTimeout as sleep } from "node:timers/promises";
import { ConflictError } from "@otai/plugin-api/errors";
import { stateDigest } from "@otai/plugin-kit/state-digest";
import type { Account } from "./account.ts";
import { getRawTicket } from "./get-ticket.ts";
import type { RawTicket } from "./schema.ts";

/** Zendesk's stamps count whole seconds, so a second change within one is told only by what the ticket looks like. */
export function versionOf(raw: RawTicket): string {
  const fields = raw.custom_fields.map(({ id, value }) => [id, value]);
  const { subject, status, priority, type, group_id, assignee_id, tags } = raw;
  return `${raw.updated_at} ${stateDigest([subject, status, priority, type, group_id, assignee_id, tags, fields])}`;
}

/** The part that `updated_stamp` takes. */
export function stampOf(version: string): string {
  return version.split(" ", 1)[0]!;
}

const secondMs = 1000;
/** Our clock and Zendesk's differ a little. */
const marginMs = 300;

/**
 * The lock cannot see a change in the same second as the stamp. A ticket that was changed a moment ago is therefore left alone
 * until that second is over and then looked at once more: from there on every change moves the stamp.
 * @throws ConflictError when somebody changed it within that second.
 */
export async function outwaitSecond(account: Account, id: string, version: string): Promise<void> {
  // A bare stamp was not read by us, so there is nothing to compare with.
  if (!version.includes(" ")) return;
  const { clock, signal } = account.context;
  const rest = Date.parse(stampOf(version)) + secondMs + marginMs - clock.now();
  if (rest <= 0 || rest > secondMs + 2 * marginMs) return;
  await sleep(rest, undefined, { signal });
  const now = versionOf(await getRawTicket(account, id));
  if (now !== version)
    throw new ConflictError(`ticket ${id} was changed again within the second of ${stampOf(version)}`);
}
