import type { Engine } from "../engine.ts";

export function sentimentStatements({ columns: { id, int, real } }: Engine): string[] {
  return [
    `create table sentiment_customer (customer_id ${id} primary key, touched_at ${int} not null)`,
    `create table sentiment_point (id ${id} primary key, customer_id ${id} not null, message_id ${id}, ticket_id ${id}, source text not null,
      at ${int} not null, score ${real} not null, label text not null, counts ${int} not null, answer text not null)`,
    `create unique index sentiment_point_message on sentiment_point (customer_id, message_id) where message_id is not null`,
    `create index sentiment_point_time on sentiment_point (customer_id, at, id) where counts = 1`,
    `create index sentiment_point_age on sentiment_point (at)`,
    `create table sentiment_alert (id ${id} primary key, customer_id ${id} not null, ticket_id ${id} not null, severity text not null,
      reason text not null, risk ${real} not null, status text not null, count ${int} not null, created_at ${int} not null,
      last_seen_at ${int} not null, acknowledged_by text, resolved_at ${int}, resolved_by text)`,
    `create unique index sentiment_alert_active on sentiment_alert (customer_id, ticket_id) where status <> 'resolved'`,
    `create index sentiment_alert_subject on sentiment_alert (customer_id, ticket_id, created_at)`,
    `create index sentiment_alert_newest on sentiment_alert (created_at, id)`,
    `create index sentiment_alert_resolved on sentiment_alert (resolved_at) where status = 'resolved'`,
  ];
}
