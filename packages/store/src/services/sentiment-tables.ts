/** Rows as they lie in the database. */
export interface SentimentTables {
  sentiment_customer: { customer_id: string; touched_at: number };
  sentiment_point: {
    id: string;
    customer_id: string;
    message_id: string | null;
    ticket_id: string | null;
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
    severity: string;
    reason: string;
    risk: number;
    status: string;
    count: number;
    created_at: number;
    last_seen_at: number;
    acknowledged_by: string | null;
    resolved_at: number | null;
    resolved_by: string | null;
  };
}
