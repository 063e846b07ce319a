/** What agents answered in solved tickets, for Reply. */
export interface SolvedAnswersTables {
  solved_answer: {
    connection: string;
    ticket_id: string;
    question: string;
    answer: string;
    language: string | null;
    at: number;
    revision: number;
  };
  solved_revision: { id: number; value: number };
}
