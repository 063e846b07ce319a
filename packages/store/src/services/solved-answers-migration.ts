import type { Engine } from "../engine.ts";

export function solvedAnswersStatements({ columns: { id, int } }: Engine): string[] {
  return [
    `create table solved_answer (connection ${id} not null, ticket_id ${id} not null, question text not null, answer text not null, language text,
      at ${int} not null, revision ${int} not null, primary key (connection, ticket_id))`,
    `create index solved_answer_age on solved_answer (connection, at, ticket_id)`,
    `create index solved_answer_revision on solved_answer (revision)`,
    `create table solved_revision (id ${int} primary key, value ${int} not null)`,
  ];
}
