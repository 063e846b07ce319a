import type { FieldChoice } from "@otai/plugin-api/field-definition";

export type FieldChoices = readonly FieldChoice[];

/**
 * Reads `choices` in every form that Freshdesk answers with (FD-10):
 * `["Question"]` · `[{label, value}]` · `{"Low": 1}` · `{"6": ["Waiting", "…"]}` · `{"Country": {"State": ["City"]}}`.
 */
export function mapChoices(choices: unknown): FieldChoices {
  if (Array.isArray(choices)) return choices.flatMap(fromEntry);
  if (typeof choices !== "object" || choices === null) return [];
  return Object.entries(choices).map(([key, value]) => fromPair(key, value));
}

function fromEntry(entry: unknown): FieldChoice[] {
  if (typeof entry === "string" || typeof entry === "number") return [{ value: String(entry), label: String(entry) }];
  if (Array.isArray(entry)) return entry.slice(0, 1).flatMap(fromEntry);
  if (typeof entry !== "object" || entry === null) return [];
  const { value, label, id } = entry as Record<string, unknown>;
  const written = value ?? label ?? id;
  if (written === undefined || written === null) return [];
  return [{ value: String(written), label: String(label ?? written) }];
}

function fromPair(key: string, value: unknown): FieldChoice {
  if (typeof value === "number") return { value: String(value), label: key };
  if (/^\d+$/.test(key)) {
    const label = Array.isArray(value) ? value[0] : value;
    return { value: key, label: typeof label === "string" ? label : key };
  }
  // The first level of dependent fields; what lies below belongs to fields of their own.
  return { value: key, label: key };
}

/** The choice that a person means, whatever the case: by what is written, else by what is shown. */
export function findChoice(choices: FieldChoices, wanted: string): FieldChoice | undefined {
  const same = (text: string) => text.toLowerCase() === wanted.trim().toLowerCase();
  return choices.find(({ value }) => same(value)) ?? choices.find(({ label }) => same(label));
}
