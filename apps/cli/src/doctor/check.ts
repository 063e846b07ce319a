/** One line of the report: how something stands, and the exact steps that mend it. */
export interface Finding {
  /** `failed` could not be looked at: the other side refused or did not answer. */
  readonly state: "ok" | "missing" | "wrong" | "unknown" | "failed";
  readonly what: string;
  readonly steps: readonly string[];
}

/** One part of the installation that doctor looks at. A check reports, it does not throw for what may be expected. */
export interface Check {
  readonly title: string;
  run(): Promise<readonly Finding[]>;
}

export const ok = (what: string): Finding => ({ state: "ok", what, steps: [] });
