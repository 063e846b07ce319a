/** Rows of the knowledge base: instants as ms, JSON as text, booleans as 0/1. */
export interface KnowledgeBaseTables {
  kb_article: {
    id: string;
    source: string;
    external_id: string | null;
    title: string;
    title_key: string;
    text: string;
    tags: string;
    links: string;
    category_path: string;
    url: string | null;
    language: string | null;
    visibility: string;
    status: string;
    content_hash: string;
    version: number;
    created_at: number;
    updated_at: number;
    revision: number;
    sync_run_id: string | null;
  };
  kb_version: {
    article_id: string;
    version: number;
    at: number;
    by: string;
    content_hash: string;
    title: string;
    text: string;
    status: string;
    visibility: string;
  };
  kb_revision: { id: number; value: number };
  kb_vector: { article_id: string; embedder: string; version: number; dimensions: number; vectors: Uint8Array };
  kb_query: {
    id: string;
    at: number;
    query: string;
    language: string | null;
    purpose: string;
    ticket_id: string | null;
    connection: string | null;
    person_id: string | null;
    article_id: string | null;
    best_score: number;
    miss_reason: string | null;
    helpful: number | null;
  };
  kb_gap: {
    id: string;
    status: string;
    reason: string | null;
    article_id: string | null;
    centroid: string;
    topic: string;
    title: string;
    first_seen: number;
    last_seen: number;
    changed_at: number;
    rate_before: number | null;
  };
  kb_sync_run: {
    id: string;
    source: string;
    status: string;
    started_at: number;
    finished_at: number | null;
    created: number;
    updated: number;
    unchanged: number;
    stale_input: number;
    archived: number;
    would_archive: number;
  };
}
