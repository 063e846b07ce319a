import type { Account } from "./account.ts";
import { readTickets } from "./load-tickets.ts";
import { searchTicketIds } from "./search-tickets.ts";
import { createServerTime } from "./server-time.ts";

const halfYearMs = 183 * 24 * 60 * 60_000;
/** The stamp need not be right to the hour. */
const utc = createServerTime("UTC");

/**
 * Before anything is asked by time: the zone of the stamps, which the tickets that changed last show, and those of the other half
 * of the year.
 * @returns false when there is no ticket, so that a search would find nothing anyway
 */
export async function settleZone(account: Account): Promise<boolean> {
  const { zone, context } = account;
  if (zone.origin() !== "unknown") return true;
  const ids = await searchTicketIds(account, { order: "Down", limit: 10 });
  const older = utc.format(context.clock.now() - halfYearMs);
  const otherHalf = ids.length === 0 ? [] : await searchTicketIds(account, { order: "Down", older, limit: 10 });
  await readTickets(account, [...new Set([...ids, ...otherHalf])], { articles: false });
  if (ids.length > 0 && zone.origin() === "unknown") {
    zone.assume();
    context.log.warn(
      { connection: context.connection },
      "no ticket shows in which time zone the server gives its stamps, or the two clocks differ by minutes: UTC is assumed; set params.time_zone",
    );
  }
  return ids.length > 0;
}
