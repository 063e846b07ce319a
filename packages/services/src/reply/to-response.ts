import { round } from "@otai/service-api/fields";
import type { DraftResponse } from "@otai/service-api/reply-draft";
import type { Acceptance } from "./acceptance.ts";
import { composeLetter, type Letter } from "./compose-letter.ts";
import type { Made, Refusal } from "./make-draft.ts";
import { moodOf } from "./mood.ts";
import { phrasesFor } from "./phrases.ts";
import { findLinks } from "./screen-sentence.ts";
import { toCitation } from "./source.ts";
import { builtInStyles, type Style } from "./style.ts";
import { supportConfidence } from "./support-confidence.ts";

/** Of the quoting engine; another number whenever it may answer otherwise. */
const extractiveVersion = "reply-extractive-1";

export interface ResponseParts {
  readonly id: string;
  readonly style: Style;
  readonly maxChars: number;
  readonly variants: number;
  readonly modelVersion: string | null;
  readonly acceptance: Acceptance | null;
  readonly latencyMs: number;
}

/** @returns the answer on the wire, and the support that calibration learns from. */
export function toResponse(made: Made | Refusal, parts: ResponseParts): { response: DraftResponse; support: number } {
  const removed = made.kind === "refusal" ? made.removed : made.answer.removed;
  const blank = {
    draft_id: parts.id,
    draft: "",
    confidence: 0,
    suggested_template: made.template,
    refused: true,
    refusal_reason: null,
    handoff: null,
    requires_review: true,
    confidence_basis: "support",
    alternatives: [],
    style: parts.style.id,
    citations: [],
    claims: [],
    checks: {
      grounded: false,
      promises: removed.filter(({ reason }) => reason === "forbidden_promise").map(({ text }) => text),
      links: removed.filter(({ reason }) => reason === "link").flatMap(({ text }) => findLinks(text)),
      language_ok: true,
      pii_restored: true,
    },
    removed: [...removed],
    engine: made.kind === "answer" ? made.engine : "rules",
    model_version: (made.kind === "answer" && made.engine === "llm" ? parts.modelVersion : null) ?? extractiveVersion,
    degraded: made.degradedReason !== null,
    degraded_reason: made.degradedReason,
    calibrated: false,
    language: made.language,
    latency_ms: round(parts.latencyMs, 1),
  } satisfies DraftResponse;
  if (made.kind === "refusal") {
    const { reason, handoff, conflict } = made;
    const shown = conflict?.sources.map((source, at) => toCitation(source, at + 1, conflict.quotes[at]!)) ?? [];
    return { response: { ...blank, refusal_reason: reason, handoff, citations: shown }, support: 0 };
  }
  const letter = letterIn(parts.style, made, parts.maxChars);
  // Not even one sentence fits: half an answer would be a wrong one.
  if (letter === null) return { response: { ...blank, refusal_reason: "no_evidence" }, support: 0 };
  const support = supportConfidence(letter.claims.length, removed.length, made.evidence.sources);
  const calibrated = parts.acceptance !== null;
  const response: DraftResponse = {
    ...blank,
    draft: letter.text,
    confidence: parts.acceptance?.probability(support) ?? support,
    confidence_basis: calibrated ? "calibrated" : "support",
    refused: false,
    alternatives: alternativesOf(made, parts, letter),
    citations: [...letter.citations],
    claims: letter.claims.map(({ text }, at) => ({ text, citation: letter.indexes[at]!, supported: true })),
    checks: { ...blank.checks, grounded: true },
    calibrated,
  };
  return { response, support };
}

function letterIn(style: Style, made: Made, maxChars: number, brief = false): Letter | null {
  const phrases = phrasesFor(style, made.draftLanguage, made.address, moodOf(made.thread.question));
  const limit = Math.min(maxChars, style.maxChars ?? maxChars);
  const { claims, followUp } = made.answer;
  if (!brief) return composeLetter({ phrases, claims, followUp, maxChars: limit });
  const bare = { ...phrases, empathy: "", readMore: "", followUp: "" };
  return composeLetter({ phrases: bare, claims, followUp: null, maxChars: limit });
}

/** The same facts once more: in the other tone, and without the courtesies. */
function alternativesOf(made: Made, { variants, maxChars, style }: ResponseParts, letter: Letter) {
  const other = builtInStyles.find(({ tone }) => tone !== style.tone)!;
  const forms = [
    { style: other, letter: letterIn(other, made, maxChars) },
    { style, letter: letterIn(style, made, maxChars, true) },
  ];
  return forms
    .filter((form) => form.letter !== null && form.letter.text !== letter.text)
    .slice(0, variants - 1)
    .map((form) => ({ draft: form.letter!.text, style: form.style.id }));
}
