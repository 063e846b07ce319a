import type { Engine } from "../engine.ts";

export function knowledgeBaseStatements({ columns: { id, int, real, blob } }: Engine): string[] {
  return [
    `create table kb_article (id ${id} primary key, source text not null, external_id text, title text not null, title_key text not null,
      text text not null, tags text not null, links text not null, category_path text not null, url text, language text,
      visibility text not null, status text not null, content_hash text not null, version ${int} not null, created_at ${int} not null,
      updated_at ${int} not null, revision ${int} not null, sync_run_id ${id})`,
    `create unique index kb_article_identity on kb_article (source, external_id) where external_id is not null`,
    `create index kb_article_title on kb_article (source, title_key)`,
    `create index kb_article_revision on kb_article (revision)`,
    `create table kb_version (article_id ${id} not null, version ${int} not null, at ${int} not null, "by" text not null,
      content_hash text not null, title text not null, text text not null, status text not null, visibility text not null,
      primary key (article_id, version))`,
    `create table kb_revision (id ${int} primary key, value ${int} not null)`,
    `create table kb_vector (article_id ${id} not null, embedder text not null, version ${int} not null, dimensions ${int} not null,
      vectors ${blob} not null, primary key (article_id, embedder))`,
    `create table kb_query (id ${id} primary key, at ${int} not null, query text not null, language text, purpose text not null,
      ticket_id text, person_id text, article_id ${id}, best_score ${real} not null, miss_reason text, helpful ${int})`,
    `create index kb_query_age on kb_query (at)`,
    `create index kb_query_missed on kb_query (at, id) where miss_reason is not null`,
    `create table kb_gap (id ${id} primary key, status text not null, reason text, article_id ${id}, centroid text not null,
      topic text not null, title text not null, first_seen ${int} not null, last_seen ${int} not null, changed_at ${int} not null,
      rate_before ${real})`,
    `create table kb_sync_run (id ${id} primary key, source text not null, status text not null, started_at ${int} not null,
      finished_at ${int}, created ${int} not null, updated ${int} not null, unchanged ${int} not null, stale_input ${int} not null,
      archived ${int} not null, would_archive ${int} not null)`,
    `create index kb_sync_run_source on kb_sync_run (source, started_at)`,
  ];
}
