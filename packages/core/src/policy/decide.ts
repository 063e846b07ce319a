import type { Ticket } from "@otai/plugin-api/ticket";
import { bandOf } from "@otai/service-api/band-of";
import type { Suggestion } from "@otai/service-api/suggestion";
import type { WriteSchema } from "../ports/ticket-systems.ts";
import type { AiLabels } from "./ai-labels.ts";
import { tagsOf } from "./ai-labels.ts";
import { findChoice, titleCase } from "./choice.ts";
import type { FieldClaim } from "./claim.ts";
import type { Band, Decision, Mode } from "./decision.ts";
import { fieldLabel } from "./field-values.ts";
import { refusal } from "./ownership.ts";
import type { FieldPolicy, Policy } from "./policy.ts";

export interface DecideInput {
  readonly ticket: Ticket;
  readonly claims: readonly FieldClaim[];
  readonly suggestions: readonly Suggestion[];
  readonly policy: Policy;
  readonly schema: WriteSchema;
  /** The ticket belongs to the share that is never automated. */
  readonly heldOut: boolean;
}

export interface Decided {
  readonly decisions: readonly Decision[];
  /** What AI fields and tags may carry, by the decisions. */
  readonly labels: AiLabels;
}

/** Turns suggestions into decisions. Pure: the same input gives the same answer. */
export function decide(input: DecideInput): Decided {
  const decisions: Decision[] = [];
  const labels: { category: string | null; urgency: string | null; confidence: number | null } = {
    category: null,
    urgency: null,
    confidence: null,
  };
  const shown: { suggestion: Suggestion; decision: Decision }[] = [];
  for (const fieldPolicy of input.policy.fields) {
    const suggestion = input.suggestions.find((candidate) => candidate.field === fieldPolicy.field);
    if (suggestion === undefined) continue;
    const decision = decideField(input, fieldPolicy, suggestion);
    if (fieldPolicy.field === "category" || fieldPolicy.field === "urgency") {
      shown.push({ suggestion, decision });
      if (decision.decision === "automate" || decision.decision === "suggest") {
        labels[fieldPolicy.field] = suggestion.value;
        if (fieldPolicy.field === "category") labels.confidence = suggestion.confidence;
      }
    }
    if (fieldPolicy.writeTo !== null) decisions.push(decision);
  }
  const tags = tagDecision(input.ticket, shown, labels);
  if (tags !== null) decisions.push(tags);
  return { decisions, labels };
}

function decideField(input: DecideInput, fieldPolicy: FieldPolicy, suggestion: Suggestion): Decision {
  const { ticket, policy } = input;
  const target = fieldPolicy.writeTo;
  const value = fieldPolicy.field === "category" && target === "type" ? titleCase(suggestion.value) : suggestion.value;
  let { band, reason } = bandOf(suggestion);
  const previous = target === null ? null : fieldLabel(ticket, target);
  if (band === "automate" && previous !== value) {
    const obstacle = target === null ? null : writeObstacle(input, target, value);
    if (obstacle !== null) {
      band = "suggest";
      reason = obstacle;
    }
  }
  if (band === "automate" && fieldPolicy.demoted?.includes(suggestion.value)) {
    band = "suggest";
    reason = `"${suggestion.value}" is only suggested: agents changed it more often than was promised`;
  }
  const mode: Mode = policy.paused ? "shadow" : fieldPolicy.mode;
  return {
    field: target === "type" ? "type" : fieldPolicy.field,
    value: band === "abstain" && suggestion.abstainReason === "model_not_trained" ? null : value,
    confidence: suggestion.confidence,
    decision: mode === "shadow" ? "shadow" : mode === "suggest" && band === "automate" ? "suggest" : band,
    wouldBe: mode === "shadow" ? band : null,
    mode: fieldPolicy.mode,
    reason: policy.paused ? `AI writes are paused; ${reason}` : reason,
    previous,
    threshold: suggestion.automateThreshold,
  };
}

/** Why a proven value still must not be written; `null` when it may. */
function writeObstacle(
  { ticket, claims, policy, schema, heldOut }: DecideInput,
  target: string,
  value: string,
): string | null {
  if (heldOut) return "held out to measure precision without our own influence";
  const claim = claims.find((candidate) => candidate.field === target);
  if (claim === undefined) return "the field has no claim";
  const refused = refusal(ticket, claim, policy.overwriteOnCreate);
  if (refused !== null) return refused;
  if (target === "queue") {
    return schema.queues.some((queue) => queue.name === value) ? null : `the ticket system has no queue "${value}"`;
  }
  if (target === "priority") return null;
  const field = schema.fields.find((candidate) => candidate.key === target);
  if (field === undefined) return `the ticket system has no field ${target}`;
  if (!field.writable) return `${field.label} cannot be written`;
  if (field.choices !== null && findChoice(field, value) === null)
    return `"${value}" is not a choice of ${field.label}`;
  return null;
}

const order: Record<Decision["decision"], number> = { shadow: 0, abstain: 1, suggest: 2, automate: 3 };

/** AI tags and fields go together: one decision that shows what they carry. */
function tagDecision(
  ticket: Ticket,
  shown: readonly { suggestion: Suggestion; decision: Decision }[],
  labels: AiLabels,
): Decision | null {
  const best = [...shown].sort((a, b) => order[b.decision.decision] - order[a.decision.decision])[0];
  if (best === undefined) return null;
  const would: AiLabels = {
    category:
      shown.find(({ suggestion }) => suggestion.field === "category" && bandOf(suggestion).band !== "abstain")
        ?.suggestion.value ?? null,
    urgency:
      shown.find(({ suggestion }) => suggestion.field === "urgency" && bandOf(suggestion).band !== "abstain")
        ?.suggestion.value ?? null,
    confidence: null,
  };
  const isShadow = best.decision.decision === "shadow";
  const value = tagsOf(isShadow ? would : labels).join(" ");
  const previous = ticket.tags.filter((tag) => tag.startsWith("ai-")).join(" ");
  const band: Band = best.decision.wouldBe ?? (best.decision.decision as Band);
  return {
    field: "tags",
    value: value === "" ? null : value,
    confidence: best.suggestion.confidence,
    decision: best.decision.decision,
    wouldBe: isShadow ? band : null,
    mode: best.decision.mode,
    reason: best.decision.reason,
    previous: previous === "" ? null : previous,
    threshold: best.decision.threshold,
  };
}
