import type { Engine } from "../engine.ts";

export function triageStatements({ columns: { id, int } }: Engine): string[] {
  return [
    `create table correction (id ${id} primary key, connection text, ticket_id text not null, classification_id text, field text not null,
      value text not null, actor text, reason text, recorded_at ${int} not null)`,
    `create table routing_rules (version ${int} primary key, rules text not null, "by" text not null, at ${int} not null)`,
  ];
}
