import type { Embedder } from "@otai/service-api/embedder";
import type { ArticleRecord, KnowledgeRepositories } from "../ports/knowledge-base.ts";
import type { Clock } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import type { Library, Shelved } from "./library.ts";

/** After a failure the model is left alone for so long, in milliseconds. */
const PAUSE = 30_000;
/** Nobody who searches waits longer than this for vectors of new articles, in milliseconds. A model does some ten texts a second. */
const PATIENCE = 1_000;
const BATCH = 32;

export interface VectorHit {
  readonly shelved: Shelved;
  readonly chunk: number;
  /** Cosine, 0..1. */
  readonly similarity: number;
}

export interface ArticleVectorsParts {
  readonly store: UnitOfWork<KnowledgeRepositories>;
  readonly embedder: Embedder;
  readonly clock: Clock;
}

/** The articles' chunks as vectors of a local model, kept in the store so that each version is embedded once. */
export class VectorShelf {
  readonly #parts: ArticleVectorsParts;
  readonly #vectors = new Map<string, { readonly version: number; readonly rows: readonly Float32Array[] }>();
  #revision = 0;
  #pausedUntil = 0;
  #refreshing: Promise<void> | null = null;

  constructor(parts: ArticleVectorsParts) {
    this.#parts = parts;
  }

  /**
   * The most similar chunk of each accepted article, best first.
   * @throws whatever the model throws, while it is left alone after a failure, and while it is busy with many new articles.
   */
  async search(library: Library, query: string, accepts: (article: ArticleRecord) => boolean): Promise<VectorHit[]> {
    const { embedder, clock } = this.#parts;
    if (clock.now() < this.#pausedUntil) throw new Error(`${embedder.name} failed a moment ago`);
    await this.#ready(library);
    const [asked] = await this.#watched(embedder.embed([query]));
    return this.#nearest(library, asked!, accepts);
  }

  /** @throws when new articles take long; they are gone on with, for searches to come. */
  async #ready(library: Library): Promise<void> {
    while (library.revision !== this.#revision) {
      this.#refreshing ??= this.#startRefresh(library);
      await this.#refreshing;
    }
  }

  /** What it gives fails once patience is at its end, so that who comes later does not wait at all. */
  #startRefresh(library: Library): Promise<void> {
    const late = Promise.withResolvers<never>();
    const busy = new Error(`${this.#parts.embedder.name} is busy with new articles`);
    const timer = setTimeout(() => late.reject(busy), PATIENCE);
    const refreshed = this.#watched(this.#refresh(library)).finally(() => {
      clearTimeout(timer);
      this.#refreshing = null;
    });
    return Promise.race([refreshed, late.promise]);
  }

  async #watched<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      this.#pausedUntil = this.#parts.clock.now() + PAUSE;
      throw error;
    }
  }

  #nearest(library: Library, asked: Float32Array, accepts: (article: ArticleRecord) => boolean): VectorHit[] {
    const hits: VectorHit[] = [];
    for (const shelved of library.list()) {
      const rows = this.#vectors.get(shelved.article.id)?.rows ?? [];
      if (rows.length === 0 || !accepts(shelved.article)) continue;
      const similarities = rows.map((row) => Math.min(1, Math.max(0, dot(row, asked))));
      const similarity = Math.max(...similarities);
      hits.push({ shelved, chunk: similarities.indexOf(similarity), similarity });
    }
    return hits.sort((a, b) => b.similarity - a.similarity);
  }

  async #refresh(library: Library): Promise<void> {
    const { store, embedder } = this.#parts;
    const { revision } = library;
    const shelf = library.list();
    const here = new Set(shelf.map(({ article }) => article.id));
    for (const id of this.#vectors.keys()) if (!here.has(id)) this.#vectors.delete(id);
    const missing = shelf.filter(({ article }) => this.#vectors.get(article.id)?.version !== article.version);
    for (let start = 0; start < missing.length; start += BATCH) {
      const some = missing.slice(start, start + BATCH);
      const kept = await store.read((tx) =>
        tx.articleVectors.list(
          some.map(({ article }) => article.id),
          embedder.name,
        ),
      );
      const byId = new Map(kept.map((vectors) => [vectors.articleId, vectors]));
      for (const { article, chunks } of some) {
        const known = byId.get(article.id);
        if (known?.version === article.version && known.vectors.length === chunks.length) {
          this.#vectors.set(article.id, { version: article.version, rows: known.vectors });
          continue;
        }
        const rows = await embedder.embed(
          chunks.map(({ start, end }) => `${article.title}\n${article.text.slice(start, end)}`),
        );
        const { id: articleId, version } = article;
        await store.write((tx) =>
          tx.articleVectors.put({ articleId, version, embedder: embedder.name, vectors: rows }),
        );
        this.#vectors.set(articleId, { version, rows });
      }
    }
    this.#revision = revision;
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
