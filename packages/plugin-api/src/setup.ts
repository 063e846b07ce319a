/** One line of `otai doctor`: what was looked at, how it stands, and the exact steps that mend it. */
export interface SetupFinding {
  readonly id: string;
  readonly state: "ok" | "missing" | "wrong" | "unknown";
  readonly what: string;
  /** Steps for a person, in the ticket system's own words. Empty when `state` is `ok`. */
  readonly steps: readonly string[];
  /** True when `apply` can do it through the API. */
  readonly applicable: boolean;
}

export interface SetupOptions {
  /** Where the ticket system reaches this installation, e.g. `https://otai.example.com`; `null` when unknown. */
  readonly publicUrl: string | null;
  /** The values that the fields for category and urgency must offer. */
  readonly categories: readonly string[];
}

export interface Setup {
  check(options: SetupOptions): Promise<readonly SetupFinding[]>;
  /** Carries out one applicable finding. */
  apply?(id: string, options: SetupOptions): Promise<void>;
}
