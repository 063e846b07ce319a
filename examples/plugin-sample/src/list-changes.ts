import { ConfigError } from "@otai/plugin-api/errors";
import type { Clock } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";
import type { ChangePage } from "@otai/plugin-api/ticket-query";
import type { PlainDeskClient } from "./client.ts";
import { ticketPage } from "./schema.ts";

/** Plain Desk's cursor is the time and the id of the last ticket; ours says besides who wrote it. */
const ours = /^plain-desk:((\d+)-\d+)$/;
/** Clocks differ a little. */
const mostSkewMs = 5 * 60_000;

export function cursorFrom(since: Instant): string {
  return `plain-desk:${since}-0`;
}

/** @throws ConfigError for a cursor that is not ours or lies in the future. */
export async function listChanges(client: PlainDeskClient, clock: Clock, from: string): Promise<ChangePage> {
  const [, cursor, at] = ours.exec(from) ?? [];
  if (cursor === undefined)
    throw new ConfigError("the stored position was not written by otai-plain-desk; start the feed anew");
  if (Number(at) > clock.now() + mostSkewMs) {
    throw new ConfigError(
      "the stored position lies in the future; check this machine's clock, then start the feed anew",
    );
  }
  const { tickets, next, more } = await client.call(ticketPage, {
    method: "GET",
    path: "/tickets",
    query: { order: "oldest", cursor },
    repeatable: true,
  });
  const changes = tickets.map(({ id, created_at, updated_at, deleted }) => ({
    ticketId: id,
    createdAt: created_at,
    updatedAt: updated_at,
    deleted,
  }));
  return { changes, cursor: `plain-desk:${next}`, caughtUp: !more };
}
