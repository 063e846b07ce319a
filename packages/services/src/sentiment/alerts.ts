import type { Alert, AlertsQuery } from "@otai/service-api/sentiment-alerts";
import { ServiceError } from "@otai/service-api/service-error";
import type { SentimentAlert, SentimentTransaction } from "../ports/sentiment.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { type AlertAudience, tellResolved } from "./tell-of-alert.ts";
import { wireTime } from "./wire-time.ts";

export interface AlertsParts {
  readonly store: UnitOfWork<SentimentTransaction>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly audiences: readonly AlertAudience[];
}

/** One that was about a ticket. */
export interface ResolvedAlert {
  readonly id: string;
  readonly ticketId: string;
  readonly resolvedAt: number;
}

const most = 500;
const active = ["open", "acknowledged"] as const;

export function createAlerts({ store, clock, ids, audiences }: AlertsParts) {
  /** Alerts change together with their entry in the audit; repeating a change changes nothing. */
  async function change(
    id: string,
    actor: string,
    action: "acknowledge" | "resolve",
    next: (alert: SentimentAlert, now: number) => SentimentAlert | null,
  ): Promise<Alert> {
    return store.write(async (tx) => {
      const found = await tx.sentimentAlerts.get(id);
      if (found === null) throw new ServiceError("NOT_FOUND", "There is no such alert");
      await tx.sentimentPoints.lockCustomer(found.customerId);
      const alert = (await tx.sentimentAlerts.get(id))!;
      const at = clock.now();
      const changed = next(alert, at);
      if (changed === null) return toWire(alert);
      await tx.sentimentAlerts.put(changed);
      if (changed.status === "resolved") await tellResolved({ deliveries: tx.alertDeliveries, audiences }, changed);
      await tx.audit.add({
        id: ids.next("au"),
        at,
        actor,
        action: `sentiment-alert-${action}`,
        subject: id,
        details: { customer_id: alert.customerId, ticket_id: alert.ticketId, severity: alert.severity },
      });
      return toWire(changed);
    });
  }

  return {
    async list({ severity, customer_id, ticket_id, status, ...rest }: AlertsQuery): Promise<Alert[]> {
      const { resolved_since, limit, offset } = rest;
      if (resolved_since !== undefined) {
        const since = Date.parse(resolved_since);
        return (await store.read((tx) => tx.sentimentAlerts.listResolvedSince(since, limit))).map(toWire);
      }
      const statuses = status === "all" ? null : status === "active" ? active : [status];
      const subject = { customerId: customer_id ?? null, ...(ticket_id === null ? {} : { ticketId: ticket_id }) };
      const filter = { ...subject, severity: severity ?? null, statuses };
      return (await store.read((tx) => tx.sentimentAlerts.list(filter, limit, offset))).map(toWire);
    },

    /** @throws ServiceError NOT_FOUND; CONFLICT when it was resolved before. */
    acknowledge(id: string, actor: string): Promise<Alert> {
      return change(id, actor, "acknowledge", (alert) => {
        if (alert.status === "resolved") throw new ServiceError("CONFLICT", "This alert was resolved before");
        return alert.status === "open" ? { ...alert, status: "acknowledged", acknowledgedBy: actor } : null;
      });
    },

    /** @throws ServiceError NOT_FOUND. */
    resolve(id: string, actor: string): Promise<Alert> {
      return change(id, actor, "resolve", (alert, now) =>
        alert.status === "resolved" ? null : { ...alert, status: "resolved", resolvedAt: now, resolvedBy: actor },
      );
    },

    /** Was there an alert about this customer's ticket, and is none about the ticket open any more (D04)? */
    areSettled(customerId: string, ticketId: string): Promise<boolean> {
      return store.read(async ({ sentimentAlerts }) => {
        if ((await sentimentAlerts.findLatest(customerId, ticketId)) === null) return false;
        const filter = { customerId: null, severity: null, ticketId, statuses: active };
        return (await sentimentAlerts.list(filter, 1, 0)).length === 0;
      });
    },

    /**
     * Alerts with a ticket that were resolved at or after that instant, oldest first: whoever set the tag `escalation-risk:high`
     * takes it off again (D04) and goes on from the last `resolvedAt`.
     */
    async resolvedSince(instant: number, limit = most): Promise<readonly ResolvedAlert[]> {
      const found = await store.read((tx) => tx.sentimentAlerts.listResolvedSince(instant, limit));
      return found.map(({ id, ticketId, resolvedAt }) => ({ id, ticketId: ticketId!, resolvedAt: resolvedAt! }));
    },
  };
}

export function toWire(alert: SentimentAlert): Alert {
  return {
    id: alert.id,
    customer_id: alert.customerId,
    severity: alert.severity,
    reason: alert.reason,
    created_at: wireTime(alert.createdAt),
    ticket_id: alert.ticketId,
    ticket_system: alert.connection,
    risk: alert.risk,
    status: alert.status,
    count: alert.count,
    last_seen_at: wireTime(alert.lastSeenAt),
    acknowledged_by: alert.acknowledgedBy,
    resolved_at: alert.resolvedAt === null ? null : wireTime(alert.resolvedAt),
    resolved_by: alert.resolvedBy,
    resolve_reason: alert.resolveReason,
  };
}
