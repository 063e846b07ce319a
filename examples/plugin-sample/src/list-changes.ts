import type { Clock } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";
import type { ChangePage } from "@otai/plugin-api/ticket-query";
import { changeCursor } from "@otai/plugin-kit/change-cursor";
import { z } from "zod";
import type { PlainDeskClient } from "./client.ts";
import { ticketPage } from "./schema.ts";

/** Plain Desk's own cursor is the time and the id of the last ticket; the kit refuses what is not ours, or in the future. */
const cursorFormat = changeCursor({
  ticketSystem: "Plain Desk",
  schema: z.string().regex(/^\d+-\d+$/),
  positionOf: (cursor) => Number(cursor.split("-")[0]),
});

export function cursorFrom(since: Instant): string {
  return cursorFormat.write(`${since}-0`);
}

/** @throws ConfigError for a cursor that is not ours or lies in the future. */
export async function listChanges(client: PlainDeskClient, clock: Clock, from: string): Promise<ChangePage> {
  // Replace: how your helpdesk lists what changed; nothing may be lost between two pages.
  const cursor = cursorFormat.read(from, clock.now());
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
  return { changes, cursor: cursorFormat.write(next), caughtUp: !more };
}
