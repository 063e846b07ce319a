import { round } from "@otai/service-api/fields";
import type { DraftRequest, DraftResponse, StoredDraftResponse } from "@otai/service-api/reply-draft";
import type {
  AcceptanceRequest,
  AcceptanceResponse,
  FeedbackOutcome,
  FeedbackRequest,
  FeedbackResponse,
} from "@otai/service-api/reply-feedback";
import type { StyleList } from "@otai/service-api/reply-styles";
import { ServiceError } from "@otai/service-api/service-error";
import { redact } from "@otai/text/personal-data";
import type { Miss } from "../knowledge-base/passages.ts";
import type { StoredDraft } from "../ports/reply.ts";
import { learnAcceptance } from "./acceptance.ts";
import { wordEditDistance } from "./edit-distance.ts";
import { makeDraft } from "./make-draft.ts";
import { builtInStyles, type Style } from "./style.ts";
import { createTemplateSuggestions } from "./suggest-template.ts";
import type { ReplySurroundings } from "./surroundings.ts";
import { toResponse } from "./to-response.ts";

/** The Reply service: drafts for people to send. It sends nothing itself. */
export interface ReplyService {
  /** @throws ServiceError VALIDATION_ERROR when the style is unknown. */
  draft(request: DraftRequest): Promise<DraftResponse>;
  /** @throws ServiceError NOT_FOUND */
  getDraft(id: string): Promise<StoredDraftResponse>;
  /** @throws ServiceError NOT_FOUND */
  addFeedback(request: FeedbackRequest): Promise<FeedbackResponse>;
  listStyles(): Promise<StyleList>;
  countAcceptance(request: AcceptanceRequest): Promise<AcceptanceResponse>;
  /** An article was archived, restricted or deleted: drafts that nobody sent yet are marked. @returns how many. */
  withdrawArticle(articleId: string): Promise<number>;
}

const dayMs = 86_400_000;
/** So many of the latest outcomes tell how drafts are received now. */
const judgedDrafts = 1_000;
/** Rejected for these reasons, a draft shows what the knowledge base lacks. */
const missing: ReadonlySet<FeedbackRequest["reason"]> = new Set(["wrong_fact", "incomplete"]);

export function createReply(around: ReplySurroundings): ReplyService {
  const { store, clock, ids, languageModel } = around;
  const styles = [...builtInStyles, ...around.styles];
  const templates = createTemplateSuggestions(around.templates, around.detector);
  findStyle(styles, around.defaultStyle);

  async function report(
    reason: Miss["reason"],
    miss: Pick<Miss, "query" | "language" | "ticketId" | "connection" | "bestScore">,
  ) {
    if (miss.query !== "") await around.misses?.report({ ...miss, purpose: "draft", personId: null, reason });
  }

  async function draft(request: DraftRequest): Promise<DraftResponse> {
    const started = around.stopwatch();
    const style = findStyle(styles, request.style ?? around.defaultStyle);
    const made = await makeDraft(request, style, around, templates);
    const acceptance =
      made.kind === "refusal" ? null : learnAcceptance(await store.read((tx) => tx.drafts.listJudged(judgedDrafts)));
    const { response, support } = toResponse(made, {
      id: ids.next("d"),
      style,
      maxChars: request.max_chars,
      variants: request.variants,
      modelVersion: languageModel?.name ?? null,
      acceptance,
      latencyMs: around.stopwatch() - started,
    });
    const { ticket_id: ticketId, connection, queue } = request;
    const query = redact(made.evidence?.query ?? "").text;
    const answered = { id: response.draft_id, support, answer: response, createdAt: clock.now() };
    await store.write((tx) => tx.drafts.add({ ...answered, ticketId, connection, queue, query }));
    if (response.refusal_reason === "no_evidence") {
      await report("no_evidence", {
        query,
        language: made.language,
        ticketId,
        connection,
        bestScore: made.evidence?.bestScore ?? 0,
      });
    }
    return response;
  }

  async function addFeedback(request: FeedbackRequest): Promise<FeedbackResponse> {
    const recordedAt = clock.now();
    const { stored, outcome, editDistance } = await store.write(async (tx) => {
      const stored = orNotFound(await tx.drafts.get(request.draft_id), request.draft_id);
      const judged = judge(request, stored.answer.draft);
      await tx.drafts.addFeedback({
        id: ids.next("df"),
        draftId: stored.id,
        ...judged,
        editedText: request.edited_text,
        reason: request.reason,
        actor: request.actor,
        recordedAt,
      });
      return { stored, ...judged };
    });
    if (outcome === "rejected" && missing.has(request.reason)) {
      const { query, ticketId, connection, answer } = stored;
      await report("not_helpful", {
        query,
        language: answer.language,
        ticketId,
        connection,
        bestScore: answer.citations[0]?.score ?? 0,
      });
    }
    return {
      status: "ok",
      draft_id: request.draft_id,
      outcome,
      edit_distance: editDistance,
      recorded_at: new Date(recordedAt).toISOString(),
    };
  }

  return {
    draft,
    addFeedback,
    async getDraft(id) {
      return toStored(orNotFound(await store.read((tx) => tx.drafts.get(id)), id));
    },
    async listStyles() {
      return styles.map(({ id, name, description }) => ({
        id,
        name,
        description,
        default: id === around.defaultStyle,
      }));
    },
    async countAcceptance({ days }) {
      const counts = await store.read((tx) => tx.drafts.countAcceptance(clock.now() - days * dayMs));
      const items = counts.map((count) => {
        const judged = count.accepted + count.edited + count.rejected;
        const rate = judged === 0 ? null : round((count.accepted + count.edited) / judged, 4);
        return { ...count, acceptance_rate: rate };
      });
      return { window_days: days, items };
    },
    withdrawArticle: (articleId) => store.write((tx) => tx.drafts.withdrawArticle(articleId)),
  };
}

/** An accepted draft with other words was edited, unless only citation numbers and blanks changed. */
function judge({ accepted, edited_text: edited }: FeedbackRequest, draft: string) {
  const editDistance = edited === null ? 0 : wordEditDistance(draft, edited);
  const outcome: FeedbackOutcome = !accepted ? "rejected" : editDistance === 0 ? "accepted" : "edited";
  return { outcome, editDistance };
}

function findStyle(styles: readonly Style[], id: string): Style {
  const style = styles.find((known) => known.id === id);
  if (style !== undefined) return style;
  throw ServiceError.field("style", `must be one of ${styles.map((known) => known.id).join(", ")}`);
}

function orNotFound(draft: StoredDraft | null, id: string): StoredDraft {
  if (draft === null) throw new ServiceError("NOT_FOUND", `There is no draft ${id.slice(0, 128)}`);
  return draft;
}

function toStored({ answer, ticketId, createdAt, outcome, withdrawnArticles }: StoredDraft): StoredDraftResponse {
  return {
    ...answer,
    ticket_id: ticketId,
    created_at: new Date(createdAt).toISOString(),
    outcome,
    withdrawn_articles: [...withdrawnArticles],
  };
}
