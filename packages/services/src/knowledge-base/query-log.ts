import type { KnowledgeRepositories, QueryRecord } from "../ports/knowledge-base.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";

/** More than this waits for the store only when it is gone for good; then the oldest are let go. */
const MOST_WAITING = 10_000;

/** Every search is kept. A miss is waited for; what was answered is written along with the next ones. */
export class QueryLog {
  readonly #store: UnitOfWork<KnowledgeRepositories>;
  #waiting: QueryRecord[] = [];
  #writing: Promise<void> | null = null;

  constructor(store: UnitOfWork<KnowledgeRepositories>) {
    this.#store = store;
  }

  add(record: QueryRecord): void {
    this.#waiting.push(record);
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
    // What fails stays waiting: the next one who asks for `written` is told.
    this.#writing ??= this.#write().catch(() => undefined);
  }

  /** Everything added so far is in the store. */
  async written(): Promise<void> {
    await this.#writing;
    while (this.#waiting.length > 0) {
      this.#writing ??= this.#write();
      await this.#writing;
    }
  }

  async #write(): Promise<void> {
    // Searches that come in one go are written in one go.
    await Promise.resolve();
    const records = this.#waiting;
    this.#waiting = [];
    try {
      await this.#store.write((tx) => tx.knowledgeQueries.add(records));
    } catch (error) {
      this.#waiting = [...records, ...this.#waiting];
      throw error;
    } finally {
      this.#writing = null;
    }
  }
}
