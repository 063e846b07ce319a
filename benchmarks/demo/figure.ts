/** One measured number, what it must reach, and whether it does. */
export interface Figure {
  readonly check: "demo";
  readonly figure: string;
  readonly value: number | null;
  /** `null` for a figure that is only told. */
  readonly limit: { readonly atLeast?: number; readonly atMost?: number } | null;
  readonly ok: boolean;
  readonly [fact: string]: unknown;
}

/** A figure that could not be measured is not good enough. */
export function figure(
  name: string,
  value: number | null,
  limit: Figure["limit"],
  facts: Readonly<Record<string, unknown>> = {},
): Figure {
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = limit ?? {};
  const ok = limit === null || (value !== null && value >= atLeast && value <= atMost);
  return {
    check: "demo",
    figure: name,
    value: value === null ? null : Math.round(value * 1000) / 1000,
    limit,
    ok,
    ...facts,
  };
}
