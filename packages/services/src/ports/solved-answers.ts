import type { Drafts } from "./reply.ts";

/** What an agent wrote to a customer in a ticket that was solved with it. Personal data was replaced before. */
export interface SolvedAnswer {
  readonly ticketId: string;
  /** Plain text without greeting, quotation and signature. */
  readonly answer: string;
  /** Of the two questions, 0..1. */
  readonly similarity: number;
}

export interface SolvedAnswersOptions {
  /** Answers never cross from one helpdesk into another; `null` where the caller did not say which. */
  readonly connection: string | null;
  readonly language: string | null;
  readonly topK: number;
}

export interface SolvedAnswers {
  /** Answers to the most similar past questions, nearest first; never one that a machine wrote. */
  find(text: string, options: SolvedAnswersOptions): Promise<readonly SolvedAnswer[]>;
}

/** A ticket, with the helpdesk where the caller said which. */
export interface AskedTicket {
  readonly connection: string | null;
  readonly ticketId: string;
}

/** What was answered in these tickets, as far as it is kept. */
export interface AnswersOfTickets {
  /** In the order of the tickets. A ticket of an unnamed helpdesk is found only where there is a single one. */
  ofTickets(tickets: readonly AskedTicket[]): Promise<readonly SolvedRecord[]>;
}

/** The question of a solved ticket, by which it is found. */
export interface SolvedQuestion {
  /** Name of the ticket system. */
  readonly connection: string;
  readonly ticketId: string;
  /** Personal data is replaced. */
  readonly question: string;
  /** BCP-47 of the answer; `null` when nobody can tell. */
  readonly language: string | null;
  /** Grows with every change of any record. */
  readonly revision: number;
}

export interface SolvedRecord extends SolvedQuestion {
  readonly answer: string;
  /** When the ticket was solved, in ms since epoch. */
  readonly at: number;
}

/** Which records to forget: those of one ticket, or those of tickets solved before that instant. */
export type Forgotten = { readonly connection: string; readonly ticketId: string } | { readonly before: number };

/** One record per ticket. */
export interface SolvedRecords {
  put(record: SolvedRecord): Promise<void>;
  /** Those of these tickets that are still kept. */
  list(connection: string, ticketIds: readonly string[]): Promise<readonly SolvedRecord[]>;
  /** Higher than any before; writers stand in line until the commit. */
  nextRevision(): Promise<number>;
  /** Of the last change, 0 when there was none. */
  revision(): Promise<number>;
  /** What was put after that revision, oldest first. */
  listChanged(after: number, limit: number): Promise<readonly SolvedQuestion[]>;
  /** Removes the oldest of a connection beyond so many. @returns how many. */
  keepNewest(connection: string, most: number): Promise<number>;
  /** @returns how many. */
  remove(which: Forgotten): Promise<number>;
}

export interface SolvedRepositories {
  readonly solvedAnswers: SolvedRecords;
  readonly drafts: Pick<Drafts, "listOfTicket">;
}
