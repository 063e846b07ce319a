export interface TriageTables {
  correction: {
    id: string;
    connection: string | null;
    ticket_id: string;
    classification_id: string | null;
    field: string;
    value: string;
    actor: string | null;
    reason: string | null;
    recorded_at: number;
  };
  routing_rules: { version: number; rules: string; by: string; at: number };
}
