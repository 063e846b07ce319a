import type { ResolvedAlert } from "@otai/core/ingest/accept-resolved-alert";
import type { Alerts } from "@otai/core/ports/services";
import { z } from "zod";
import { createRemoteReader, type RemoteParts } from "./remote-service.ts";

/** Alerts about tickets, as far as the tag of the risk goes by them (D04). */
export interface TicketAlerts extends Alerts {
  /** Resolved at or after that instant, oldest first. */
  resolvedSince(instant: number, limit: number): Promise<readonly ResolvedAlert[]>;
}

/** The published fields of an alert tell neither its ticket nor that it was resolved. */
const alert = z.object({
  id: z.string(),
  customer_id: z.string(),
  ticket_id: z.string().nullish(),
  status: z.string().nullish(),
  resolved_at: z.string().nullish(),
});
const answer = z.array(alert);

const most = 500;

/**
 * Alerts of a Sentiment service behind an address. Another implementation of the contract answers with the published fields and
 * ignores what is asked beyond them: then nothing is known to be resolved, and the tag stays.
 */
export function createRemoteAlerts(parts: Omit<RemoteParts, "timeoutMs">): TicketAlerts {
  const get = createRemoteReader("sentiment", { ...parts, timeoutMs: 30_000 });
  return {
    async areSettled(customerId, ticketId) {
      const about = (await get("/alerts", { ticket_id: ticketId, status: "all", limit: most }, answer)).filter(
        (found) => found.ticket_id === ticketId,
      );
      return (
        about.some((found) => found.customer_id === customerId) && about.every(({ status }) => status === "resolved")
      );
    },
    async resolvedSince(instant, limit) {
      const query = { resolved_since: new Date(instant).toISOString(), status: "resolved", limit };
      const found = await get("/alerts", query, answer);
      return found.flatMap(({ id, ticket_id, status, resolved_at }) => {
        const resolvedAt = Date.parse(resolved_at ?? "");
        if (status !== "resolved" || ticket_id == null || !(resolvedAt >= instant)) return [];
        return [{ id, ticketId: ticket_id, resolvedAt }];
      });
    },
  };
}
