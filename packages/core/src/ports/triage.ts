import type { Ticket } from "@otai/plugin-api/ticket";
import type { Suggestion } from "@otai/service-api/suggestion";

export interface TriageRequest {
  readonly connectionUid: string;
  readonly ticket: Ticket;
  /** Promised precision per field, from which the model's evidence gives the threshold. */
  readonly precision: Readonly<Record<string, number>>;
}

export interface TriageAnswer {
  readonly suggestions: readonly Suggestion[];
  /** BCP-47 of the text judged. */
  readonly language: string | null;
  readonly modelVersion: string | null;
}

/** Judges, never writes. */
export interface Triage {
  suggest(request: TriageRequest): Promise<TriageAnswer>;
}
