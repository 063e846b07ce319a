import type { Escalation, Escalations, EscalationsQuery } from "@otai/service-api/sentiment-escalations";
import type { SentimentRepositories, SentimentTransaction } from "../ports/sentiment.ts";
import type { Clock } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { type EscalationFacts, gatherFacts, type Subject, subjectKey } from "./escalation-facts.ts";
import { reasonsFor } from "./escalation-reasons.ts";
import { wireTime } from "./wire-time.ts";

export interface EscalationsParts {
  readonly store: UnitOfWork<SentimentTransaction>;
  readonly clock: Clock;
  /** Where the request names none. */
  readonly capacity: number;
}

/** Complaints older than that are history, unless their alert was never resolved. */
const recentMs = 30 * 24 * 3_600_000;
/** Of each kind, looked at before they are cut: far more than any team's capacity. */
const mostSubjects = 500;

/**
 * Whom to call today: customers with an alert that is not resolved, or whose last word about a ticket was negative, as far as the
 * ticket is not known to be solved; the riskiest first, cut to what the team can do.
 */
export function createEscalations({ store, clock, capacity: usual }: EscalationsParts) {
  return async function escalations({ capacity = usual, ticket_system }: EscalationsQuery): Promise<Escalations> {
    const now = clock.now();
    return store.read(async (tx) => {
      const open: EscalationFacts[] = [];
      for (const subject of await subjectsOf(tx, now - recentMs, ticket_system)) {
        const facts = await gatherFacts(tx, subject, now);
        if (facts.ticket?.open === false) continue;
        if (facts.alert === null && facts.newest?.label !== "negative") continue;
        open.push(facts);
      }
      open.sort(byUrgency);
      return {
        as_of: wireTime(now),
        capacity,
        escalations: open.slice(0, capacity).map((facts, at) => toWire(facts, at + 1, now)),
        total: open.length,
      };
    });
  };
}

async function subjectsOf(tx: SentimentRepositories, since: number, connection: string | null): Promise<Subject[]> {
  const subjects = new Map<string, Subject>();
  for (const alert of await tx.sentimentAlerts.listRiskiest(connection, mostSubjects)) {
    const { customerId, ticketId } = alert;
    subjects.set(subjectKey(alert), { customerId, ticketId, alert });
  }
  for (const found of await tx.sentimentPoints.listNegative(since, connection, mostSubjects)) {
    const key = subjectKey(found);
    if (!subjects.has(key)) subjects.set(key, { ...found, alert: null });
  }
  return [...subjects.values()];
}

/** Of equal risks, more bad news in a row and a longer wait go first. */
function byUrgency(a: EscalationFacts, b: EscalationFacts): number {
  return (
    b.risk - a.risk ||
    b.negativesInARow - a.negativesInARow ||
    (a.ticket?.waitingSince ?? Number.MAX_SAFE_INTEGER) - (b.ticket?.waitingSince ?? Number.MAX_SAFE_INTEGER) ||
    (subjectKey(a) < subjectKey(b) ? -1 : 1)
  );
}

function toWire(facts: EscalationFacts, rank: number, now: number): Escalation {
  const { customerId, ticketId, connection, risk, alert, newest } = facts;
  return {
    rank,
    customer_id: customerId,
    ticket_id: ticketId,
    ticket_system: connection,
    risk,
    alert_id: alert?.id ?? null,
    severity: alert?.severity ?? null,
    last_message_at: newest === null ? null : wireTime(newest.at),
    reasons: reasonsFor(facts, now),
  };
}
