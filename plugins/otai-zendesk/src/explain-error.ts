import type { Explanation } from "@otai/plugin-kit/status-errors";
import { z } from "zod";

const detail = z.object({
  description: z.string().nullish(),
  ticket_field_id: z.union([z.number(), z.string()]).nullish(),
  field_key: z.union([z.number(), z.string()]).nullish(),
});

const errorBody = z.object({
  /** A word, or an object with `title` and `message` (ZD-7). */
  error: z.union([z.string(), z.object({ title: z.string().nullish(), message: z.string().nullish() })]).nullish(),
  description: z.string().nullish(),
  details: z.record(z.string(), z.array(detail).catch([])).nullish().catch(null),
  max_count: z.number().nullish(),
});

/**
 * Zendesk's error bodies in words. `fields` has the vendor's names (`group_id`, `status`, `base`), and `custom_fields.<id>`
 * where an entry names a ticket field.
 */
export function explainZendeskError(status: number, body: unknown, text: string): Explanation {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) return { message: `${status} ${text.slice(0, 200).trim() || "without an explanation"}` };
  const { error, description, details, max_count } = parsed.data;
  const word = typeof error === "string" ? error : [error?.title, error?.message].filter(Boolean).join(": ");
  const fields = Object.entries(details ?? {}).flatMap(([key, entries]) =>
    entries.map((entry) => ({ field: fieldName(key, entry), message: entry.description ?? `${key} was refused` })),
  );
  const message = [
    [word, description].filter(Boolean).join(", ") || "without an explanation",
    max_count == null ? "" : ` (at most ${max_count})`,
    fields.length === 0 ? "" : `: ${fields.map((field) => field.message).join("; ")}`,
  ].join("");
  return { message: `${status} ${message}${hint(status)}`, fields };
}

function fieldName(key: string, entry: z.output<typeof detail>): string {
  const id = [entry.ticket_field_id, entry.field_key, key].find((name) => /^\d+$/.test(String(name)));
  return id == null ? key : `custom_fields.${id}`;
}

function hint(status: number): string {
  if (status === 401) return " (are email and api_token right, and is token access switched on in Admin Center?)";
  if (status === 403) return " (the agent behind the token lacks this right)";
  return "";
}
