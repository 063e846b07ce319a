import type { Ticket } from "@otai/plugin-api/ticket";
import type { Suggestion } from "@otai/service-api/suggestion";
import type { Policy } from "../policy/policy.ts";
import type { WriteSchema } from "../ports/ticket-systems.ts";

/** A ticket as a helpdesk hands it out, with what a test changes. */
export function sampleTicket(change: Partial<Ticket> = {}): Ticket {
  return {
    id: "7",
    subject: "Charged twice",
    body: "I was charged twice this month.",
    queue: null,
    priority: "low",
    status: "open",
    statusLabel: "Open",
    type: null,
    tags: [],
    customFields: {},
    requester: { id: "501", name: "Rosa Beispiel", email: "rosa@kunde.example" },
    assignee: null,
    channel: "email",
    language: null,
    createdAt: 1_000,
    updatedAt: 1_000,
    solvedAt: null,
    version: "v1",
    url: null,
    tombstone: null,
    mergedInto: null,
    ...change,
  };
}

export function sampleSuggestion(change: Partial<Suggestion> = {}): Suggestion {
  return {
    field: "queue",
    value: "Billing",
    confidence: 0.97,
    calibrated: true,
    alternatives: [],
    automateThreshold: 0.9,
    suggestThreshold: 0.6,
    valueProven: true,
    abstainReason: null,
    explanation: { summary: 'Because of "charged twice"', evidence: [], neighbours: [] },
    engine: "linear",
    ...change,
  };
}

export const sampleSchema: WriteSchema = {
  queues: [
    { id: "12", name: "Billing" },
    { id: "13", name: "Support" },
  ],
  fields: [
    {
      key: "type",
      label: "Type",
      kind: "choice",
      choices: [
        { value: "Billing", label: "Billing" },
        { value: "Support", label: "Support" },
      ],
      writable: true,
    },
    {
      key: "custom_fields.cf_ai_category",
      label: "AI Category",
      kind: "choice",
      choices: [
        { value: "billing", label: "billing" },
        { value: "support", label: "support" },
      ],
      writable: true,
    },
    {
      key: "custom_fields.cf_ai_urgency",
      label: "AI Urgency",
      kind: "choice",
      choices: ["low", "medium", "high", "critical"].map((value) => ({ value, label: value })),
      writable: true,
    },
    { key: "custom_fields.cf_ai_confidence", label: "AI Confidence", kind: "text", choices: null, writable: true },
  ],
};

export function samplePolicy(mode: "shadow" | "suggest" | "automate", change: Partial<Policy> = {}): Policy {
  const field = (name: string, writeTo: string | null) => ({ field: name, mode, precision: 0.95, writeTo });
  return {
    version: "p-1",
    fields: [field("queue", "queue"), field("priority", "priority"), field("category", "type"), field("urgency", null)],
    overwriteOnCreate: ["priority", "queue", "type"],
    paused: false,
    triageNote: false,
    actionsPerTicketPerHour: 3,
    holdout: 0,
    lifecycle: {
      pipelines: [],
      modes: { sentiment: mode, draft: mode, qa: mode },
      alertAt: 0.5,
      style: null,
      rubric: null,
    },
    ...change,
  };
}

/** What triage says of a ticket about money, all fields sure. */
export function sampleSuggestions(confidence = 0.93): Suggestion[] {
  return [
    sampleSuggestion({ confidence }),
    sampleSuggestion({ field: "category", value: "billing", confidence }),
    sampleSuggestion({ field: "priority", value: "high", confidence }),
    sampleSuggestion({ field: "urgency", value: "high", confidence }),
  ];
}
