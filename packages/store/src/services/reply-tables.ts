/** What Reply keeps. `language`, `style` and `refused` stand beside the answer to be counted. */
export interface ReplyTables {
  reply_draft: {
    id: string;
    ticket_id: string;
    connection: string | null;
    queue: string | null;
    query: string;
    language: string | null;
    style: string;
    refused: number;
    support: number;
    answer: string;
    created_at: number;
    outcome: string | null;
    edit_distance: number | null;
    judged_at: number | null;
  };
  reply_citation: { article_id: string; draft_id: string; withdrawn: number };
  reply_feedback: {
    id: string;
    draft_id: string;
    outcome: string;
    edit_distance: number;
    edited_text: string | null;
    reason: string | null;
    actor: string | null;
    recorded_at: number;
  };
}
