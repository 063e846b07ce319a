import { replyText } from "@otai/text/prepare";
import { aiFieldsFor } from "../policy/ai-labels.ts";
import type { Effect, Run } from "../ports/journal.ts";
import type { SentimentAnswer } from "../ports/services.ts";
import { valuesBefore } from "../writes/effect-parts.ts";
import { perform } from "./perform.ts";
import { isAutoMail, type ThreadMessage } from "./thread.ts";
import { type Closing, causeKey, newEffect, newRun, type Visit } from "./visit.ts";

export const riskTag = "escalation-risk:high";

/** A long mail says what it wants at its beginning and how its author feels at its end. */
const head = 7_000;
const tail = 3_000;
const hour = 60 * 60 * 1000;

export function sentimentCause(visit: Visit, message: ThreadMessage): string {
  return causeKey(visit, "sentiment", message.cause);
}

/**
 * Asks how the customer feels, message by message, and carries the newest answer to the customer's record, and to the ticket as a
 * tag when the risk of escalation is high. Quotations and signatures are nobody's feelings (D29).
 */
export async function analyseMessages(
  visit: Visit,
  messages: readonly ThreadMessage[],
  closing: Closing,
): Promise<boolean> {
  const { claim, ports, ticket } = visit;
  const requester = ticket.requester;
  const asked: { cause: string; answer: SentimentAnswer | null; skipped: string | null }[] = [];
  let newest: { message: ThreadMessage; answer: SentimentAnswer } | null = null;
  for (const message of messages) {
    const text = ownWords(message, ticket.subject);
    if (requester === null || text === "" || isAutoMail(message, ticket.subject)) {
      const skipped = requester === null ? "no_requester" : text === "" ? "empty_text" : "auto_generated";
      asked.push({ cause: message.cause, answer: null, skipped });
      continue;
    }
    const answer = await ports.services.sentiment.analyze({
      customer_id: ports.customerId(claim.connectionUid, requester.id),
      text,
      channel: ticket.channel,
      ticket_id: ticket.id,
      connection: visit.connected.name,
      message_id: `${ticket.id}-${message.cause}`,
      occurred_at: new Date(message.createdAt).toISOString(),
      ...(visit.facts.language === null ? {} : { language: visit.facts.language }),
    });
    asked.push({ cause: message.cause, answer, skipped: answer.skipped ?? null });
    // What gave no point (auto-replies, a language that cannot be judged) says nothing about the customer.
    if ((answer.skipped ?? null) === null) newest = { message, answer };
  }
  if (newest !== null) visit.facts = { ...visit.facts, sentiment: newest.answer.label };
  const run = newRun(visit, "sentiment", {
    modelVersion: newest?.answer.model_version ?? null,
    language: newest?.answer.language ?? null,
    trace: { asked },
  });
  const effects = newest === null ? [] : await sentimentEffects(visit, run, newest.message, newest.answer);
  return perform(visit, { run, settles: messages.map((message) => sentimentCause(visit, message)), effects }, closing);
}

function ownWords(message: ThreadMessage, subject: string): string {
  const text = replyText(message.text, subject);
  if (text.length <= head + tail) return text;
  return `${text.slice(0, head - 1)}\n${text.slice(-tail)}`;
}

/** The customer's record by the desk's own means; where it has none, fields of the ticket. */
async function sentimentEffects(
  visit: Visit,
  run: Run,
  message: ThreadMessage,
  answer: SentimentAnswer,
): Promise<Effect[]> {
  const { policy, ports, claim, connected, ticket } = visit;
  if (policy.paused || policy.lifecycle.modes.sentiment === "shadow" || ticket.tombstone !== null) return [];
  const recent = await ports.store.read((tx) =>
    tx.journal.countEffects(claim.key, "sentiment", ports.clock.now() - hour),
  );
  // Twice the cap of triage: a look at one message writes to the customer and to the ticket.
  if (recent >= 2 * policy.actionsPerTicketPerHour) return [];
  const { label, escalation_risk: risk } = answer;
  const told = { ...answer, customer_id: ticket.requester?.id ?? null, message_id: message.cause };
  const effects: Effect[] = [];
  const contacts = connected.system.write.updateRequester !== undefined;
  if (contacts && ticket.requester !== null) {
    effects.push(
      newEffect(visit, run, "sentiment", {
        key: causeKey(visit, "sentiment-contact", message.cause),
        kind: "contact",
        intent: {
          requester: { id: ticket.requester.id, fields: { sentiment_score: label, escalation_risk: String(risk) } },
        },
        before: {},
        marker: null,
        answers: { "customer.sentiment": told },
      }),
    );
  }
  const { fields } = await connected.schema();
  const customFields = contacts
    ? {}
    : aiFieldsFor(fields, ticket, { ai_sentiment: label, ai_escalation_risk: String(risk) });
  const addTags =
    risk >= policy.lifecycle.alertAt && !ticket.tags.some((tag) => tag.toLowerCase() === riskTag) ? [riskTag] : [];
  if (addTags.length === 0 && Object.keys(customFields).length === 0) return effects;
  const intent = {
    ...(Object.keys(customFields).length > 0 ? { customFields } : {}),
    ...(addTags.length > 0 ? { addTags } : {}),
  };
  effects.push(
    newEffect(visit, run, "sentiment", {
      key: causeKey(visit, "sentiment-ticket", message.cause),
      kind: "tags",
      intent,
      before: valuesBefore(intent, ticket),
      marker: null,
      answers: { "customer.sentiment": told, "alert.raised": told },
    }),
  );
  return effects;
}
