import type { FieldDefinition } from "@otai/plugin-api/field-definition";

const text = { kind: "text", choices: null, writable: true } as const;

/** Results carry anything, so the fields are those that OTAI itself has something to say about. */
export async function listFields(): Promise<readonly FieldDefinition[]> {
  return [
    { key: "type", label: "Type", ...text },
    { key: "custom_fields.ai_category", label: "AI Category", ...text },
    { key: "custom_fields.ai_urgency", label: "AI Urgency", ...text },
    { key: "custom_fields.ai_confidence", label: "AI Confidence", ...text },
  ];
}
