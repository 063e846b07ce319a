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
  /** By text of the index. */
  #owners: { readonly id: string; readonly chunk: number }[] = [];

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
      this.#shelf.set(article.id, { ...known, article });
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
    const accepted = new Map<string, boolean>();
    const hits = this.#index.search(query, {
      limit: CHUNKS_COMPARED,
      accepts: (text) => {
        const { id } = this.#owners[text]!;
        const known = accepted.get(id);
        if (known !== undefined) return known;
        const shelved = this.#shelf.get(id);
        const answer = shelved !== undefined && accepts(shelved.article);
        accepted.set(id, answer);
        return answer;
      },
    });
    const best = new Map<string, ChunkHit>();
    for (const { text, score } of hits) {
      const { id, chunk } = this.#owners[text]!;
      if (!best.has(id)) best.set(id, { shelved: this.#shelf.get(id)!, chunk, score: round(score, 4) });
    }
    return [...best.values()];
  }

  #add(article: ArticleRecord, chunks: readonly Chunk[]): void {
    const texts = chunks.map(({ start, end }, chunk) => {
      const text = this.#index.add([
        { text: article.title, weight: TITLE_WEIGHT },
        { text: article.text.slice(start, end), weight: 1 },
        { text: article.tags.join("\n"), weight: 1 },
      ]);
      this.#owners[text] = { id: article.id, chunk };
      return text;
    });
    this.#shelf.set(article.id, { article, chunks, texts });
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
