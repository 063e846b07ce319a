/** `2026-11-01T09:00:00+00:00`, as the published answers have it. */
export function wireTime(instant: number): string {
  return new Date(instant).toISOString().replace(/(\.000)?Z$/, "+00:00");
}
