/** `2026-11-01T09:00:00Z`: the API speaks in whole seconds. */
export function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function unixSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** Events carry nanoseconds; the digits below the millisecond are made up from `salt`. */
export function nanosecondInstant(ms: number, salt: number): string {
  const below = String((salt * 717_031) % 1_000_000).padStart(6, "0");
  return `${new Date(ms).toISOString().slice(0, -1)}${below}Z`;
}
