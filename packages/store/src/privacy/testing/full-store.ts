import {
  sampleConnection,
  sampleDecision,
  sampleEffect,
  sampleExample,
  sampleModel,
  sampleRun,
} from "@otai/conformance/store/samples";
import type { OtaiStore } from "../../store-transaction.ts";

export interface Planted {
  readonly connectionUid: string;
  readonly ticketId: string;
  /** `TrainingExample.sender`. */
  readonly sender: string;
  readonly customerId: string;
  /** Stands in everything that may hold ticket text. */
  readonly text: string;
  readonly requester: { readonly id: string; readonly email: string };
  readonly at: number;
}

/** Writes one row of every kind that holds ticket text or what quotes it, through the repositories. */
export async function plant(store: OtaiStore, planted: Planted): Promise<void> {
  const { connectionUid, ticketId, sender, customerId, text, requester, at } = planted;
  const id = (kind: string) => `${kind}-${connectionUid}-${ticketId}`;
  const lane = `${connectionUid}/${ticketId}`;
  await store.write(async (tx) => {
    if ((await tx.connections.list()).every(({ uid }) => uid !== connectionUid))
      await tx.connections.add(sampleConnection(connectionUid));
    await tx.learning.putExamples([
      sampleExample(ticketId, { connectionUid, subject: text, body: `${text}\n`.repeat(3), sender, createdAt: at }),
    ]);
    const sha256 = id("sha");
    const model = sampleModel(id("triage"), { connectionUid, sha256, trainedAt: at });
    await tx.learning.putModel(model, Buffer.from(`words: ${text}`));
    await tx.documents.change(connectionUid, {
      key: `ticket/${ticketId}`,
      change: () => ({ id: ticketId, facts: { body: text, requester: { value: requester, at } } }),
    });
    await tx.documents.change(connectionUid, { key: `requester/${requester.id}`, change: () => ({ ticketId, at }) });
    await tx.documents.change(connectionUid, {
      key: `outbox/${at}/${ticketId}`,
      change: () => ({ data: { ticket_id: ticketId, draft: text } }),
    });
    const run = sampleRun(id("r"), { connectionUid, ticketId, lane, startedAt: at, trace: { evidence: text } });
    await tx.journal.addRun(run);
    await tx.journal.finishRun(run.id, "written", at, { evidence: text, refused: [] });
    await tx.journal.addDecisions([sampleDecision(id("d"), { connectionUid, ticketId, runId: run.id, createdAt: at })]);
    const note = { text, html: text, marker: "m" } as const;
    const effect = sampleEffect(id("effect"), {
      lane,
      runId: run.id,
      createdAt: at,
      intent: { note },
      before: { text },
    });
    await tx.journal.addEffect(effect);
    await tx.journal.setEffectState(effect.key, "confirmed", 1);
    await tx.idempotency.reserve(id("key"), "hash");
    await tx.idempotency.answer(id("key"), {
      status: 200,
      body: JSON.stringify({ ticket_id: ticketId, connection: `desk ${connectionUid}`, draft: text }),
    });
    await tx.modelCalls.putAnswer(id("question"), text, at);
    await tx.corrections.add({
      ...{
        id: id("c"),
        connection: `desk ${connectionUid}`,
        ticketId,
        classificationId: null,
        field: "queue",
        value: "Billing",
      },
      ...{ actor: null, reason: text, recordedAt: at },
    });
    await plantAnswers();

    async function plantAnswers(): Promise<void> {
      const draft = { draft: text, language: "en", style: "friendly", refused: false, citations: [] } as never;
      await tx.drafts.add({
        ...{ id: id("dr"), ticketId, connection: `desk ${connectionUid}`, queue: null, query: text, support: 0.5 },
        ...{ answer: draft, createdAt: at },
      });
      await tx.drafts.addFeedback({
        ...{ id: id("fb"), draftId: id("dr"), outcome: "edited", editDistance: 0.1, editedText: text },
        ...{ reason: null, actor: null, recordedAt: at },
      });
      const rating = { score: 0.5, dimensions: {}, reason: text, by: "kim", at: "2026-01-05T08:00:00.000Z" };
      await tx.solvedAnswers.put({
        ...{ connection: `desk ${connectionUid}`, ticketId, question: text, answer: text, language: "en", at },
        revision: await tx.solvedAnswers.nextRevision(),
      });
      await tx.qaEvaluations.add({
        ...{
          id: id("e"),
          conversationId: ticketId,
          connection: `desk ${connectionUid}`,
          threadHash: id("thread"),
          rubricHash: "rubric",
          judge: "rules",
        },
        ...{ rubricId: "support", rubricVersion: 1, resolutionId: null, team: null, queue: null, language: "en", at },
        figures: { dimensions: {}, criteria: [], agents: [], singleAgent: true, indices: [] },
        answer: { coaching_notes: [text] } as never,
        ...{ human: null, calibration: null, dispute: null },
      });
      await tx.qaEvaluations.setHuman(id("e"), { ...rating, purpose: "calibration" });
      const dispute = { state: "open" as const, reason: text, dimensions: [], by: "kim", at: rating.at, outcome: null };
      await tx.qaEvaluations.setDispute(id("e"), dispute);
      await tx.qaReviews.add({
        ...{ id: id("rv"), evaluationId: id("e"), kind: "dispute", at, actor: "kim", body: { reason: text } },
      });
      await tx.sentimentPoints.lockCustomer(customerId);
      await tx.sentimentPoints.add({
        ...{
          id: id("sp"),
          customerId,
          messageId: id("m"),
          ticketId,
          source: "ticket",
          at,
          score: -0.5,
          connection: `desk ${connectionUid}`,
        },
        ...{ label: "negative", counts: true, answer: { triggers: [text] } as never },
      });
      await tx.sentimentTickets.put({
        ...{
          connection: `desk ${connectionUid}`,
          ticketId,
          customerId,
          open: true,
          waitingSince: at,
          agents: 1,
          seenAt: at,
        },
      });
      await tx.sentimentAlerts.put({
        ...{
          id: id("sa"),
          customerId,
          ticketId,
          severity: "high",
          reason: text,
          risk: 0.9,
          status: "resolved",
          count: 1,
        },
        ...{
          createdAt: at,
          lastSeenAt: at,
          acknowledgedBy: null,
          resolvedAt: at,
          resolvedBy: "kim",
          resolveReason: null,
        },
        ...{ connection: `desk ${connectionUid}`, writtenAt: at, calmMessages: 0 },
      });
      await tx.knowledgeQueries.add([
        {
          ...{ id: id("q"), at, query: text, language: "en", purpose: "draft", ticketId },
          ...{ connection: `desk ${connectionUid}`, personId: null },
          ...{ articleId: null, bestScore: 0, missReason: "low_score", helpful: null },
        },
      ]);
      await tx.knowledgeGaps.put({
        ...{ id: id("g"), status: "open", reason: null, articleId: null, centroid: { [text]: 1 }, topic: text },
        ...{ title: text, firstSeen: at, lastSeen: at, changedAt: at, rateBefore: null },
      });
    }
    await tx.inbox.add({
      ...{ connectionUid, ticketId, kind: "ticket-created", key: id("created"), source: "webhook" },
      ...{ occurredAt: at, laneClass: "live" },
    });
    await tx.deliveries.remember(connectionUid, id("delivery"), []);
  });
  const claim = await store.write((tx) => tx.inbox.claim("worker", 60_000));
  const dead = claim!.events.map((event) => ({ eventId: event.id, error: `refused: ${text}` }));
  await store.write((tx) => tx.inbox.finish(claim!, { done: [], dead, snooze: null }));
}
