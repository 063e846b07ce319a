import type { DegradedReason } from "@otai/service-api/engine-block";
import { ModelError } from "@otai/service-api/language-model";
import type { DraftRequest, RefusalReason } from "@otai/service-api/reply-draft";
import type { Answer, Claim } from "./answer.ts";
import { extractAnswer } from "./extract-answer.ts";
import { type Conflict, findConflict } from "./find-conflict.ts";
import { type Evidence, gatherEvidence } from "./gather-evidence.ts";
import { guessLanguage } from "./guess-language.ts";
import { findInjection } from "./injection.ts";
import { readThread, type Thread } from "./read-thread.ts";
import type { ScreeningRules } from "./screen-sentence.ts";
import { findSensitiveTopic, type Handoff } from "./sensitive-topics.ts";
import { fromText } from "./source.ts";
import { type Address, addressOf, type DraftLanguage, draftLanguages, type Style } from "./style.ts";
import type { TemplateSuggestions } from "./suggest-template.ts";
import type { ReplySurroundings } from "./surroundings.ts";
import { isIn, writeAnswer } from "./write-answer.ts";

interface Judged {
  readonly thread: Thread;
  /** BCP-47, as asked for or as the customer writes; `null` when nothing tells. */
  readonly language: string | null;
  readonly evidence: Evidence | null;
  /** Id of a canned answer that fits. */
  readonly template: string | null;
}

export interface Refusal extends Judged {
  readonly kind: "refusal";
  readonly reason: RefusalReason;
  readonly handoff: Handoff | null;
  readonly conflict: Conflict | null;
  readonly removed: Answer["removed"];
  readonly degradedReason: DegradedReason | null;
}

export interface Made extends Judged {
  readonly kind: "answer";
  readonly answer: Answer;
  readonly address: Address;
  readonly draftLanguage: DraftLanguage;
  readonly evidence: Evidence;
  readonly engine: "rules" | "llm";
  readonly degradedReason: DegradedReason | null;
}

/** Below it a detected language is a guess. */
const sureLanguage = 0.5;
const examplesShown = 2;
const fallbackLanguage: DraftLanguage = "en";

/** What can be said to the customer, or why nothing can. Reads articles and asks the model; writes nothing. */
export async function makeDraft(
  request: DraftRequest,
  style: Style,
  around: ReplySurroundings,
  templates: TemplateSuggestions,
): Promise<Made | Refusal> {
  const thread = readThread(request.conversation);
  const language = languageOf(request, thread, around);
  const judged = { thread, language, evidence: null, template: null };
  if (thread.silent !== null) return refuse(judged, "no_question");
  const handoff = findSensitiveTopic(thread.customer);
  if (handoff !== null) return { ...refuse(judged, "sensitive_topic"), handoff };
  if (findInjection(allText(request, thread)) !== null) return refuse(judged, "injection_suspected");
  const guessed = guessLanguage(thread.question) ?? fallbackLanguage;
  const template = await templates.suggest(thread, {
    language: language ?? guessed,
    queue: request.queue,
    connection: request.connection,
  });
  const draftLanguage = language === null ? guessed : toDraftLanguage(language);
  if (draftLanguage === null) return { ...refuse(judged, "unsupported_language"), template };

  const evidence = await gatherEvidence(thread, request, draftLanguage, around);
  const seen = { thread, language: language ?? draftLanguage, evidence, template };
  if (evidence.sources.length === 0) return refuse(seen, evidence.injected ? "injection_suspected" : "no_evidence");
  const conflict = findConflict(`${thread.question}\n${thread.opening ?? ""}`, evidence.sources);
  if (conflict !== null) return { ...refuse(seen, "conflicting_evidence"), conflict };

  const rules: ScreeningRules = {
    urls: new Set(evidence.sources.flatMap(({ url }) => url ?? [])),
    allowedHosts: around.allowedHosts,
    bannedWords: style.bannedWords,
    address: null,
  };
  const question = thread.opening === null ? thread.question : `${thread.question}\n${thread.opening}`;
  const quoted = keepLanguage(extractAnswer(question, evidence.sources, rules), draftLanguage, around);
  // Quotations keep their form of address, so theirs is the whole draft's.
  const address = quoted.claims.map(({ text }) => addressOf(text)).find((form) => form !== null) ?? style.address;
  const made = { kind: "answer", ...seen, draftLanguage, address } as const;
  const degraded: { reason: DegradedReason | null } = { reason: null };
  const removed = [...quoted.removed];
  if (around.languageModel !== null) {
    try {
      const sources = [...evidence.sources, ...agentMessages(thread)];
      const answer = await writeAnswer(
        {
          thread,
          sources,
          style,
          language: draftLanguage,
          address,
          key: around.promptKey,
          examples: await around.store.read((tx) => tx.drafts.listSent(style.id, seen.language, examplesShown)),
          rules: { ...rules, address },
          limits: around.modelLimits,
        },
        around.languageModel,
        around.detector,
      );
      if (answer.claims.length > 0) return { ...made, answer, engine: "llm", degradedReason: null };
      removed.unshift(...answer.removed);
      degraded.reason = "invalid_model_output";
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      degraded.reason = error.reason;
    }
  }
  if (quoted.claims.length > 0) {
    return { ...made, answer: { ...quoted, removed }, engine: "rules", degradedReason: degraded.reason };
  }
  const promised = removed.some(({ reason }) => reason === "forbidden_promise");
  return {
    ...refuse(seen, promised ? "forbidden_promise" : "no_evidence"),
    removed,
    degradedReason: degraded.reason,
  };
}

function refuse(judged: Judged, reason: RefusalReason): Refusal {
  return { kind: "refusal", ...judged, reason, handoff: null, conflict: null, removed: [], degradedReason: null };
}

/** Stated → obeyed; else that of the customer's last message, or of all their messages where it is too short to tell. */
function languageOf({ language }: DraftRequest, thread: Thread, { detector }: ReplySurroundings): string | null {
  if (language !== undefined) return language;
  for (const text of [thread.question, thread.customer]) {
    const detected = detector.detect(text);
    if (detected.language !== null && detected.confidence >= sureLanguage) return detected.language;
  }
  return null;
}

function toDraftLanguage(language: string): DraftLanguage | null {
  const base = language.split("-")[0]!.toLowerCase();
  return draftLanguages.find((known) => known === base) ?? null;
}

/** Raw entries too: what is cut from a message as a quotation could still reach somebody. */
function allText({ context, conversation }: DraftRequest, { messages }: Thread): string {
  return [...conversation.map(({ content }) => content), ...messages.map(({ text }) => text), context ?? ""].join(
    "\n\n",
  );
}

function agentMessages({ messages }: Thread) {
  return messages.filter(({ role }) => role === "agent").map(({ text }) => fromText("thread", text, 0));
}

/** An article without a stated language may be in another one. */
function keepLanguage(answer: Answer, language: DraftLanguage, { detector }: ReplySurroundings): Answer {
  const wrong = (claim: Claim) => !isIn(language, claim.text, detector);
  const foreign = answer.claims.filter(wrong).map(({ text }) => ({ text, reason: "wrong_language" as const }));
  return {
    ...answer,
    claims: answer.claims.filter((claim) => !wrong(claim)),
    removed: [...answer.removed, ...foreign],
  };
}
