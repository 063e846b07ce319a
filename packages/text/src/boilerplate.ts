/** What repeats in the mails of one sender, say a contact form: whole lines, and labels at the start of lines. */
export interface Boilerplate {
  readonly lines: ReadonlySet<string>;
  /** Text up to and with the colon. */
  readonly labels: ReadonlySet<string>;
}

/** With fewer mails a line that stands in all of them may be chance. */
const MIN_BODIES = 10;
const MIN_SHARE = 0.8;
const MAX_LABEL = 40;

/**
 * Learns the template of one sender from prepared bodies: what stands in at least four of five, of at least ten. Digits count
 * as equal, so that "Request 4711 of 2 Nov" is the same line every time. Null if there is no template.
 */
export function findBoilerplate(bodies: readonly string[]): Boilerplate | null {
  if (bodies.length < MIN_BODIES) return null;
  const lines = new Map<string, number>();
  const labels = new Map<string, number>();
  for (const body of bodies) {
    const rows = body.split("\n");
    for (const key of new Set(rows.map(lineKey))) if (key !== "") lines.set(key, (lines.get(key) ?? 0) + 1);
    for (const label of new Set(rows.map(labelOf))) if (label !== "") labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  const frequent = (counts: Map<string, number>): Set<string> =>
    new Set([...counts].filter(([, count]) => count >= bodies.length * MIN_SHARE).map(([key]) => key));
  const found = { lines: frequent(lines), labels: frequent(labels) };
  return found.lines.size + found.labels.size > 0 ? found : null;
}

/** The body without the template; the body itself if nothing else is in it. */
export function stripBoilerplate(body: string, { lines, labels }: Boilerplate): string {
  const own: string[] = [];
  for (const line of body.split("\n")) {
    if (lines.has(lineKey(line))) continue;
    const label = labelOf(line);
    own.push(labels.has(label) ? line.slice(label.length).trimStart() : line);
  }
  return (
    own
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim() || body
  );
}

const lineKey = (line: string): string => line.replace(/\d+/g, "0").trim();

function labelOf(line: string): string {
  const colon = line.slice(0, MAX_LABEL).indexOf(":");
  return line.slice(0, colon + 1);
}
