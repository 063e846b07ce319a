/** Rows as they lie in the database. */
export interface SentimentTables {
  sentiment_customer: { customer_id: string; touched_at: number };
  sentiment_point: {
    id: string;
    customer_id: string;
    message_id: string | null;
    ticket_id: string | null;
    connection: string | null;
    source: string;
    at: number;
    score: number;
    label: string;
    counts: number;
    answer: string;
  };
  sentiment_alert: {
    id: string;
    customer_id: string;
    /** `""` without one, so that it can be unique. */
    ticket_id: string;
    connection: string | null;
    severity: string;
    reason: string;
    risk: number;
    status: string;
    count: number;
    created_at: number;
    last_seen_at: number;
    /** `null` in rows of the first format: then `last_seen_at`. */
    written_at: number | null;
    calm_messages: number;
    acknowledged_by: string | null;
    resolved_at: number | null;
    resolved_by: string | null;
    resolve_reason: string | null;
  };
  alert_delivery: {
    message_id: string;
    target: string;
    alert_id: string;
    news: string;
    queued_at: number;
    /** `null` once it is settled. */
    due_at: number | null;
    attempts: number;
    state: string;
    reason: string | null;
  };
  sentiment_ticket: {
    connection: string;
    ticket_id: string;
    customer_id: string;
    open: number;
    waiting_since: number | null;
    agents: number;
    seen_at: number;
  };
  alert_receiver: {
    target: string;
    failing_since: number | null;
    rest_until: number;
    disabled: string | null;
  };
}
