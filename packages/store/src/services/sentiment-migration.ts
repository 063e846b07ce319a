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

/** Who is told of alerts, where their tickets are, and what takes them off again. */
export function alertDeliveryStatements({ columns: { id, int } }: Engine): string[] {
  return [
    `alter table sentiment_point add column connection text`,
    `alter table sentiment_alert add column connection text`,
    `alter table sentiment_alert add column written_at ${int}`,
    `alter table sentiment_alert add column calm_messages ${int} not null default 0`,
    `alter table sentiment_alert add column resolve_reason text`,
    `create table alert_delivery (message_id ${id} not null, target ${id} not null,
      alert_id ${id} not null references sentiment_alert (id) on delete cascade, news text not null, queued_at ${int} not null,
      due_at ${int}, attempts ${int} not null, state text not null, reason text, primary key (message_id, target))`,
    `create index alert_delivery_due on alert_delivery (target, due_at) where due_at is not null`,
    `create index alert_delivery_alert on alert_delivery (alert_id, target)`,
    `create table sentiment_ticket (connection ${id} not null, ticket_id ${id} not null, customer_id ${id} not null, open ${int} not null,
      waiting_since ${int}, agents ${int} not null, seen_at ${int} not null, primary key (connection, ticket_id))`,
    `create index sentiment_ticket_customer on sentiment_ticket (customer_id)`,
    `create index sentiment_ticket_age on sentiment_ticket (seen_at)`,
    `create index sentiment_point_negative on sentiment_point (at) where counts = 1 and label = 'negative'`,
    `create index sentiment_alert_risk on sentiment_alert (risk) where status <> 'resolved'`,
    `create table alert_receiver (target ${id} primary key, failing_since ${int}, rest_until ${int} not null, disabled text)`,
  ];
}
