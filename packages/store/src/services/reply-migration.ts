import type { Engine } from "../engine.ts";

export function replyStatements({ columns: { id, int, real } }: Engine): string[] {
  return [
    `create table reply_draft (id ${id} primary key, ticket_id text not null, connection text, queue text, query text not null, language text,
      style text not null, refused ${int} not null, support ${real} not null, answer text not null, created_at ${int} not null, outcome text,
      edit_distance ${real}, judged_at ${int})`,
    `create index reply_draft_age on reply_draft (created_at)`,
    `create index reply_draft_ticket on reply_draft (ticket_id)`,
    `create index reply_draft_judged on reply_draft (judged_at) where judged_at is not null`,
    `create table reply_citation (article_id text not null, draft_id ${id} not null references reply_draft (id) on delete cascade,
      withdrawn ${int} not null, primary key (article_id, draft_id))`,
    `create index reply_citation_draft on reply_citation (draft_id)`,
    `create table reply_feedback (id ${id} primary key, draft_id ${id} not null references reply_draft (id) on delete cascade, outcome text not null,
      edit_distance ${real} not null, edited_text text, reason text, actor text, recorded_at ${int} not null)`,
    `create index reply_feedback_draft on reply_feedback (draft_id, recorded_at, id)`,
  ];
}
