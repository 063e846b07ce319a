import type { EngineBlock } from "@otai/service-api/engine-block";
import type { EvaluateRequest, EvaluateResponse } from "@otai/service-api/qa-evaluate";
import type { DraftRequest, DraftResponse } from "@otai/service-api/reply-draft";
import type { AnalyzeRequest, Sentiment } from "@otai/service-api/sentiment";

const engine: EngineBlock = {
  engine: "rules",
  model_version: "sample-1",
  degraded: false,
  degraded_reason: null,
  calibrated: false,
  language: "en",
  latency_ms: 1,
};

/** A customer who has had enough. */
export function sampleSentiment(_: AnalyzeRequest, change: Partial<Sentiment> = {}): Sentiment {
  return {
    score: -0.75,
    label: "negative",
    escalation_risk: 0.65,
    triggers: ["unacceptable"],
    confidence: 0.84,
    evidence: [],
    trend: "stable",
    previous_score: null,
    alert_id: "al-1",
    skipped: null,
    ...engine,
    ...change,
  };
}

export function sampleDraft({ ticket_id }: DraftRequest, change: Partial<DraftResponse> = {}): DraftResponse {
  return {
    draft_id: `d-${ticket_id}`,
    draft: "Hello,\n\na duplicate charge is reversed within five days [1].\n\nKind regards",
    confidence: 0.82,
    suggested_template: null,
    refused: false,
    refusal_reason: null,
    handoff: null,
    requires_review: true,
    confidence_basis: "support",
    alternatives: [],
    style: "friendly",
    citations: [
      {
        index: 1,
        article_id: "a-77",
        external_id: "4411",
        title: "Duplicate charges",
        url: "https://help.kunde.example/4411",
        source: "freshdesk-solutions",
        quote: "A duplicate charge is reversed within five days.",
        score: 0.79,
        version: 1,
        chunk_id: "a-77#0",
      },
    ],
    claims: [],
    checks: { grounded: true, promises: [], links: [], language_ok: true, pii_restored: true },
    removed: [],
    ...engine,
    ...change,
  };
}

export function sampleEvaluation(
  { conversation_id, connection, agent_id }: EvaluateRequest,
  change: Partial<EvaluateResponse> = {},
): EvaluateResponse {
  return {
    overall_score: 0.855,
    dimensions: { empathy: 0.8, first_response: 0.9 },
    coaching_notes: ["Confirm the fix before closing."],
    evaluation_id: `e-${conversation_id}`,
    conversation_id,
    connection,
    agent_id,
    rubric: { id: "standard", name: "Standard Support", version: 1 },
    not_applicable: [],
    not_applicable_reasons: {},
    critical_failures: [],
    details: {},
    agents: [],
    needs_human_review: false,
    injection_suspected: false,
    human_score: null,
    human: null,
    dispute: null,
    ...engine,
    ...change,
  };
}
