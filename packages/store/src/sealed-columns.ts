import type { Tables } from "./tables.ts";

export interface SealedTable {
  readonly primaryKey: readonly string[];
  readonly columns: readonly string[];
  /** The columns hold bytes instead of text. */
  readonly binary?: true;
}

/** Columns that hold ticket text, quote it or tell of it. Published articles are not among them. */
export const sealedTables: { readonly [Table in keyof Tables]?: SealedTable } = {
  training_example: { primaryKey: ["connection_uid", "ticket_id"], columns: ["subject", "body"] },
  // The words that a model goes by are those of tickets.
  model_blob: { primaryKey: ["sha256"], columns: ["bytes"], binary: true },
  plugin_document: { primaryKey: ["connection_uid", "key"], columns: ["value"] },
  ticket_event: { primaryKey: ["id"], columns: ["error"] },
  run: { primaryKey: ["id"], columns: ["trace"] },
  effect: { primaryKey: ["key"], columns: ["intent", "before"] },
  idempotent_answer: { primaryKey: ["key"], columns: ["body"] },
  model_answer: { primaryKey: ["hash"], columns: ["answer"] },
  correction: { primaryKey: ["id"], columns: ["reason"] },
  reply_draft: { primaryKey: ["id"], columns: ["query", "answer"] },
  reply_feedback: { primaryKey: ["id"], columns: ["edited_text"] },
  solved_answer: { primaryKey: ["connection", "ticket_id"], columns: ["question", "answer"] },
  qa_evaluation: { primaryKey: ["id"], columns: ["answer", "human", "calibration", "dispute"] },
  qa_review: { primaryKey: ["id"], columns: ["body"] },
  sentiment_point: { primaryKey: ["id"], columns: ["answer"] },
  sentiment_alert: { primaryKey: ["id"], columns: ["reason"] },
  kb_query: { primaryKey: ["id"], columns: ["query"] },
  kb_gap: { primaryKey: ["id"], columns: ["title", "topic", "centroid"] },
};

export function sealedColumnsOf(table: string): readonly string[] {
  return sealedTables[table as keyof Tables]?.columns ?? [];
}
