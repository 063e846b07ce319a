import type { Priority, Ticket } from "@otai/plugin-api/ticket";
import type { EffectIntent } from "../ports/journal.ts";
import type { WriteSchema } from "../ports/ticket-systems.ts";
import { type AiLabels, aiFieldValues, replacedTags, tagsOf } from "./ai-labels.ts";
import { findChoice } from "./choice.ts";
import type { FieldClaim } from "./claim.ts";
import type { Decision } from "./decision.ts";
import { fieldLabel } from "./field-values.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Plan {
  /** `null` when there is nothing to write. */
  readonly intent: EffectIntent | null;
  /** Decisions whose field a human took meanwhile are lowered to `suggest`. */
  readonly decisions: readonly Decision[];
}

/** The write target of a decision's field. */
function targetOf(field: string, writeTo: ReadonlyMap<string, string>): string {
  return writeTo.get(field) ?? field;
}

/**
 * One combined write for what was decided, made against the ticket as it was read last. Nulls and unchanged values are left out.
 * `writeTo` maps configured labels to their field; `claims` were reviewed against the same ticket.
 */
export function plan(
  decided: { readonly decisions: readonly Decision[]; readonly labels: AiLabels },
  ticket: Ticket,
  claims: readonly FieldClaim[],
  schema: WriteSchema,
  writeTo: ReadonlyMap<string, string>,
): Plan {
  const intent: Mutable<EffectIntent> = {};
  const customFields: Record<string, string> = {};
  const decisions = decided.decisions.map((decision): Decision => {
    if (decision.decision !== "automate" || decision.field === "tags" || decision.value === null) return decision;
    const target = targetOf(decision.field, writeTo);
    if (
      claims.find((claim) => claim.field === target)?.owner === "human" &&
      fieldLabel(ticket, target) !== decision.value
    ) {
      return { ...decision, decision: "suggest", reason: "a human set this field meanwhile" };
    }
    if (fieldLabel(ticket, target) === decision.value) return { ...decision, reason: "already so" };
    if (target === "queue") {
      const queue = schema.queues.find((candidate) => candidate.name === decision.value);
      if (queue !== undefined) intent.queue = queue;
    } else if (target === "priority") {
      intent.priority = decision.value as Priority;
    } else {
      const field = schema.fields.find((candidate) => candidate.key === target);
      const choice = field?.choices == null ? decision.value : findChoice(field, decision.value)?.value;
      if (choice === undefined)
        return { ...decision, decision: "suggest", reason: `"${decision.value}" is no longer a choice` };
      if (target === "type") intent.type = choice;
      else customFields[target.slice("custom_fields.".length)] = choice;
    }
    return decision;
  });

  const added = tagsOf(decided.labels).filter((tag) => !ticket.tags.some((present) => present.toLowerCase() === tag));
  const removed = replacedTags(ticket.tags, tagsOf(decided.labels));
  if (added.length > 0) intent.addTags = added;
  if (removed.length > 0) intent.removeTags = removed;
  for (const [key, value] of Object.entries(aiFieldValues(schema.fields, decided.labels))) {
    if (ticket.customFields[key] !== value) customFields[key] = value;
  }
  if (Object.keys(customFields).length > 0) intent.customFields = customFields;
  return { intent: Object.keys(intent).length === 0 ? null : intent, decisions };
}
