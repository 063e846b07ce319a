import type { SolvedRepositories } from "../ports/solved-answers.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { QuestionShelf } from "./question-shelf.ts";

const page = 250;
const mostWaste = 0.3;
/** Beyond what is kept: a tenth more of removed ones may lie in memory. */
const slack = 1.1;
const leastRebuilt = 1_000;

/**
 * The questions in memory, brought up to date before every use: what another process put is seen by the revision; what it removed is
 * noticed by whoever asks the store for the answer.
 */
export class FreshQuestions {
  readonly #store: UnitOfWork<SolvedRepositories>;
  readonly #most: number;
  #shelves = new Map<string, QuestionShelf>();
  #revision = 0;
  /** Refreshing goes one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  /** `most` per connection are kept in the store. */
  constructor(store: UnitOfWork<SolvedRepositories>, most: number) {
    this.#store = store;
    this.#most = most;
  }

  async get(connection: string): Promise<QuestionShelf | null> {
    const refreshed = this.#last.then(() => this.#refresh());
    this.#last = refreshed.catch(() => undefined);
    await refreshed;
    return this.#shelves.get(connection) ?? null;
  }

  async #refresh(): Promise<void> {
    if ([...this.#shelves.values()].some((shelf) => this.#isStale(shelf))) {
      this.#shelves = new Map();
      this.#revision = 0;
    }
    for (;;) {
      const { revision, changed } = await this.#store.read(async ({ solvedAnswers }) => {
        const revision = await solvedAnswers.revision();
        const changed = revision > this.#revision ? await solvedAnswers.listChanged(this.#revision, page) : [];
        return { revision, changed };
      });
      for (const question of changed) this.#shelf(question.connection).put(question);
      // The last ones may have been removed since.
      this.#revision = changed.length < page ? revision : changed.at(-1)!.revision;
      if (changed.length < page) return;
    }
  }

  #isStale({ wasted, size }: QuestionShelf): boolean {
    if (size < leastRebuilt) return false;
    return wasted > mostWaste || size > slack * Math.max(this.#most, leastRebuilt);
  }

  #shelf(connection: string): QuestionShelf {
    const known = this.#shelves.get(connection) ?? new QuestionShelf();
    this.#shelves.set(connection, known);
    return known;
  }
}
