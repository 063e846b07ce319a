/** How far a step of training is. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}
