/** Turns texts into vectors of one length. */
export interface Embedder {
  /** For `model_version`; vectors of different names do not compare. */
  readonly name: string;
  readonly dimensions: number;
  /** @returns one unit vector per text, in order. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
