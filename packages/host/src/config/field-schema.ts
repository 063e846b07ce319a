import { z } from "zod";
import { category } from "./schema-words.ts";

/** Fields that exist without being configured. Every other one is a label of the site's own and needs its `labels`. */
export const builtInFields = ["queue", "priority", "category", "urgency", "sentiment", "draft", "qa"] as const;

/** Not judged by triage: whether the answers of these services are written (contact and tag, draft note, score note). */
export const serviceFields = ["sentiment", "draft", "qa"] as const;

/** What is set for one field; what is absent comes from the level above (connection, then `fields`, then the default). */
const fieldInput = z.strictObject({
  mode: z
    .enum(["shadow", "suggest", "automate"])
    .optional()
    .describe("shadow writes nothing, suggest only AI fields, tags and notes, automate the field itself."),
  precision: z
    .number()
    .min(0.5)
    .max(0.999)
    .optional()
    .describe("Share of automated values that must be right, proven on history before anything is written."),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Confidence from which a service elsewhere that proves nothing itself is believed enough to automate."),
  labels: z.array(z.string().trim().min(1)).min(1).optional().describe("The closed set of values."),
  describe: z
    .record(
      z.string().min(1),
      z.strictObject({
        description: z
          .string()
          .min(1)
          .optional()
          .describe("What such tickets are about, in a sentence or in key words."),
        examples: z.array(z.string().min(1)).optional().describe("A few tickets of the kind, in their own words."),
        parent: z.string().min(1).optional(),
        queue: z.string().min(1).optional().describe("Where such tickets wait, when the queue has another name."),
      }),
    )
    .optional()
    .describe("What the values mean, for the time before there is a history to learn from."),
  write_to: z
    .string()
    .regex(/^(queue|priority|type|custom_fields\..+)$/, "must be queue, priority, type or custom_fields.<key>")
    .optional()
    .describe("Field of the ticket system that takes the value."),
});

export const fieldsInput = z
  .record(z.string().regex(/^[a-z][a-z0-9_]*$/, "a field's name is lower-case letters, digits and _"), fieldInput)
  .superRefine((fields, context) => {
    for (const [at, label] of (fields.category?.labels ?? []).entries()) {
      const path = ["category", "labels", at];
      if (label === "unclassified") {
        context.addIssue({
          code: "custom",
          path,
          message: '"unclassified" exists already, for tickets without a category',
        });
      }
      const checked = category.safeParse(label);
      if (!checked.success) context.addIssue({ code: "custom", path, message: checked.error.issues[0]!.message });
    }
    for (const [name, { labels = [], describe = {} }] of Object.entries(fields)) {
      for (const label of Object.keys(describe)) {
        if (labels.length === 0 || labels.includes(label)) continue;
        context.addIssue({
          code: "custom",
          path: [name, "describe", label],
          message: `"${label}" is not one of the labels`,
        });
      }
      for (const [at, label] of labels.entries()) {
        if (labels.indexOf(label) === at) continue;
        context.addIssue({ code: "custom", path: [name, "labels", at], message: `"${label}" stands twice` });
      }
    }
  });
export type FieldsInput = z.output<typeof fieldsInput>;

export interface FieldSettings {
  readonly mode: "shadow" | "suggest" | "automate";
  /** 0..1 */
  readonly precision: number;
  /** For services elsewhere that prove nothing; `null` where none is stated. */
  readonly threshold: number | null;
  readonly labels: readonly string[] | null;
  readonly describe: NonNullable<FieldsInput[string]["describe"]>;
  readonly writeTo: string | null;
}

/** Default under `fields` under the connection's own `fields`, key by key. */
export function mergeFields(...levels: readonly FieldsInput[]): Readonly<Record<string, FieldSettings>> {
  const names = new Set<string>([...builtInFields, ...levels.flatMap(Object.keys)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const { mode, precision, threshold, labels, describe, write_to } = Object.assign(
        {},
        ...levels.map((level) => level[name]),
      );
      const own = name === "queue" || name === "priority" ? name : null;
      return [
        name,
        {
          mode: mode ?? "shadow",
          precision: precision ?? 0.95,
          threshold: threshold ?? null,
          labels: labels ?? null,
          describe: describe ?? {},
          writeTo: write_to ?? own,
        },
      ];
    }),
  );
}
