/** What the forked process is started with. */
export interface ExtractionPlace {
  /** File of the library that computes. */
  readonly library: string;
  /** Folder of the model, absolute. */
  readonly model: string;
  /** Precision of the weights, as transformers.js calls it. */
  readonly dtype: string;
}

export interface ExtractionOrder {
  readonly id: number;
  readonly texts: readonly string[];
}

export type ExtractionAnswer = { readonly id: number } & (
  | { readonly vectors: readonly Float32Array[] }
  /** First line of what went wrong. */
  | { readonly failure: string }
);
