/** How a receiver stands, and what a person can do about it. */
export interface Finding {
  readonly state: "ok" | "wrong" | "failed";
  readonly what: string;
  readonly steps: readonly string[];
}
