import { SearchIndex } from "@otai/intelligence/search/search-index";
import { sameLanguage } from "../knowledge-base/visibility.ts";
import type { SolvedQuestion } from "../ports/solved-answers.ts";

export interface QuestionHit {
  readonly ticketId: string;
  /** 0..1 */
  readonly similarity: number;
}

/** The questions of one helpdesk's solved tickets, by their words. */
export class QuestionShelf {
  readonly #index = new SearchIndex();
  readonly #textOf = new Map<string, number>();
  readonly #questions: Pick<SolvedQuestion, "ticketId" | "language">[] = [];

  get size(): number {
    return this.#textOf.size;
  }

  /** Share of the memory that replaced and forgotten questions still hold. */
  get wasted(): number {
    return this.#index.wasted;
  }

  put({ ticketId, question, language }: SolvedQuestion): void {
    this.forget(ticketId);
    const text = this.#index.add([{ text: question, weight: 1 }]);
    this.#questions[text] = { ticketId, language };
    this.#textOf.set(ticketId, text);
  }

  forget(ticketId: string): void {
    const text = this.#textOf.get(ticketId);
    if (text === undefined) return;
    this.#index.remove(text);
    this.#textOf.delete(ticketId);
  }

  /** Most similar first. */
  find(text: string, language: string | null, limit: number): QuestionHit[] {
    const accepts = (found: number) => sameLanguage(language, this.#questions[found]!.language);
    return this.#index
      .search(text, { accepts, limit })
      .map(({ text: found, score }) => ({ ticketId: this.#questions[found]!.ticketId, similarity: score }));
  }
}
