import { ConfigError, PermissionError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import type { z } from "zod";
import type { Account } from "./account.ts";
import { changesAnswer } from "./schema.ts";

export type ExportPage = z.output<typeof changesAnswer>;

/** The most per page of the incremental export; ten pages a minute are allowed. */
const perPage = 1000;

/**
 * One page of `incremental/tickets/cursor`, the only list of Zendesk without an end and without an index that lags behind.
 * @throws ConfigError when the agent is not an administrator: Zendesk gives the export to nobody else.
 */
export async function exportTickets(
  { client, context }: Account,
  from: { readonly start_time: number } | { readonly cursor: string },
): Promise<ExportPage> {
  try {
    return await client.get("/incremental/tickets/cursor.json", changesAnswer, { ...from, per_page: perPage });
  } catch (cause) {
    if (!(cause instanceof PermissionError)) throw cause;
    throw new ConfigError(
      `ticket_systems.${context.connection}.params: the agent behind the token may not read the incremental export; Zendesk gives it to administrators only. Make this agent an administrator, or use another one's address`,
      { cause },
    );
  }
}

/** `start_time` must be at least a minute old, in seconds. */
export function newestStart(now: Instant): number {
  return Math.floor(now / 1000) - 61;
}
