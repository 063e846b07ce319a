import type { KnowledgeRepositories, QueryRecord } from "../ports/knowledge-base.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";

/** A search does not wait for the disk: what comes within so many milliseconds is written in one go. */
const DELAY = 250;
/** So many wait only when the store is gone for good; then the oldest are let go. */
const MOST_WAITING = 10_000;

/** Keeps every search. Whoever reads the log asks for `written` first, and so does a process that ends. */
export class QueryLog {
  readonly #store: UnitOfWork<KnowledgeRepositories>;
  #waiting: QueryRecord[] = [];
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(store: UnitOfWork<KnowledgeRepositories>) {
    this.#store = store;
  }

  add(record: QueryRecord): void {
    this.#waiting.push(record);
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
    // What cannot be written stays waiting: it is tried again with the next search, and `written` tells the reason.
    this.#timer ??= setTimeout(() => void this.written().catch(() => undefined), DELAY);
  }

  /** Everything added so far is in the store. */
  written(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const written = this.#writing.then(() => this.#write());
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async #write(): Promise<void> {
    const records = this.#waiting;
    if (records.length === 0) return;
    this.#waiting = [];
    try {
      await this.#store.write((tx) => tx.knowledgeQueries.add(records));
    } catch (error) {
      this.#waiting = [...records, ...this.#waiting];
      throw error;
    }
  }
}
