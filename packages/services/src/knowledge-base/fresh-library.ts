import type { KnowledgeRepositories } from "../ports/knowledge-base.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { measureCut } from "./answer-cut.ts";
import { Library } from "./library.ts";

const PAGE = 500;
/** The cut is measured again when so much has changed. */
const CHANGED_SHARE = 0.1;
const CHANGED_COUNT = 20;

interface Cut {
  readonly value: number;
  readonly revision: number;
}

/** The articles in memory, brought up to date before every use: what another process changed is seen by the revision. */
export class FreshLibrary {
  readonly #store: UnitOfWork<KnowledgeRepositories>;
  readonly #library = new Library();
  readonly #cuts = new Map<string | null, Cut>();
  /** Refreshing goes one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: UnitOfWork<KnowledgeRepositories>) {
    this.#store = store;
  }

  async get(): Promise<Library> {
    const refreshed = this.#last.then(() => this.#refresh());
    this.#last = refreshed.catch(() => undefined);
    await refreshed;
    return this.#library;
  }

  /** From which score an article is taken for an answer, by the first part of the language tag. */
  cut(language: string | null): number {
    const key = language === null ? null : language.split("-")[0]!.toLowerCase();
    const known = this.#cuts.get(key);
    const { revision, size } = this.#library;
    const enough = Math.max(CHANGED_COUNT, CHANGED_SHARE * size);
    if (known !== undefined && revision - known.revision < enough) return known.value;
    const value = measureCut(this.#library, key);
    this.#cuts.set(key, { value, revision });
    return value;
  }

  async #refresh(): Promise<void> {
    for (;;) {
      const changed = await this.#store.read(async (tx) =>
        (await tx.articles.revision()) > this.#library.revision
          ? tx.articles.listChanged(this.#library.revision, PAGE)
          : [],
      );
      for (const article of changed) this.#library.apply(article);
      if (changed.length < PAGE) return;
    }
  }
}
