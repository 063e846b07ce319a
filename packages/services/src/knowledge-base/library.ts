import { SearchIndex } from "@otai/intelligence/search/search-index";
import type { Visibility } from "@otai/service-api/enums";
import { round } from "@otai/service-api/fields";
import type { ArticleRecord } from "../ports/knowledge-base.ts";
import { type Chunk, splitChunks } from "./split-chunks.ts";

/** A published article with its chunks and their numbers in the index. */
export interface Shelved {
  readonly article: ArticleRecord;
  readonly chunks: readonly Chunk[];
  readonly texts: readonly number[];
}

export interface ChunkHit {
  readonly shelved: Shelved;
  /** Which of the article's chunks. */
  readonly chunk: number;
  readonly score: number;
}

/** Words of the title tell more about an article than words of its text. */
const TITLE_WEIGHT = 2;
const MOST_WASTE = 0.3;
const CHUNKS_COMPARED = 256;

/** The published articles, in memory and ready to be searched. */
export class Library {
  /** Of the last change that is in it. */
  revision = 0;
  #index = new SearchIndex();
  readonly #visibilities = new Map<Visibility, number>();
  readonly #shelf = new Map<string, Shelved>();
  /** By text of the index, those of articles that left included. */
  #owners: { readonly shelved: Shelved; readonly chunk: number }[] = [];

  get size(): number {
    return this.#shelf.size;
  }

  get(id: string): Shelved | null {
    return this.#shelf.get(id) ?? null;
  }

  /** Is there any article of such a visibility? */
  has(wanted: (visibility: Visibility) => boolean): boolean {
    for (const [visibility, count] of this.#visibilities) if (count > 0 && wanted(visibility)) return true;
    return false;
  }

  /** By id. */
  list(): Shelved[] {
    return [...this.#shelf.values()].sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
  }

  /** Takes a change in; an article that is not published leaves. */
  apply(article: ArticleRecord): void {
    const known = this.#shelf.get(article.id);
    if (known !== undefined) this.#count(known.article.visibility, -1);
    if (article.status === "published") this.#count(article.visibility, 1);
    if (known !== undefined && known.article.version === article.version && article.status === "published") {
      this.#put({ ...known, article });
    } else {
      for (const text of known?.texts ?? []) this.#index.remove(text);
      this.#shelf.delete(article.id);
      if (article.status === "published") this.#add(article, splitChunks(article.text));
      if (this.#index.wasted > MOST_WASTE) this.#rebuild();
    }
    this.revision = article.revision;
  }

  /** The best chunk of each accepted article, best first. */
  search(query: string, accepts: (article: ArticleRecord) => boolean): ChunkHit[] {
    const owners = this.#owners;
    const accepted = new Map<Shelved, boolean>();
    const hits = this.#index.search(query, {
      limit: CHUNKS_COMPARED,
      accepts: (text) => {
        const { shelved } = owners[text]!;
        const known = accepted.get(shelved);
        if (known !== undefined) return known;
        const answer = accepts(shelved.article);
        accepted.set(shelved, answer);
        return answer;
      },
    });
    const best = new Map<Shelved, ChunkHit>();
    for (const { text, score } of hits) {
      const { shelved, chunk } = owners[text]!;
      if (!best.has(shelved)) best.set(shelved, { shelved, chunk, score: round(score, 4) });
    }
    return [...best.values()];
  }

  #add(article: ArticleRecord, chunks: readonly Chunk[]): void {
    const texts = chunks.map(({ start, end }) =>
      this.#index.add([
        { text: article.title, weight: TITLE_WEIGHT },
        { text: article.text.slice(start, end), weight: 1 },
        { text: article.tags.join("\n"), weight: 1 },
      ]),
    );
    this.#put({ article, chunks, texts });
  }

  #put(shelved: Shelved): void {
    this.#shelf.set(shelved.article.id, shelved);
    for (const [chunk, text] of shelved.texts.entries()) this.#owners[text] = { shelved, chunk };
  }

  #count(visibility: Visibility, by: 1 | -1): void {
    this.#visibilities.set(visibility, (this.#visibilities.get(visibility) ?? 0) + by);
  }

  #rebuild(): void {
    this.#index = new SearchIndex();
    this.#owners = [];
    for (const { article, chunks } of this.list()) this.#add(article, chunks);
  }
}
