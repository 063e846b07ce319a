import { type LifecycleStep, type Occasion, stepsOn } from "../policy/lifecycle.ts";
import { analyseMessages, sentimentCause } from "./analyse-messages.ts";
import { draftCause, draftReply, unanswered } from "./draft-reply.ts";
import { evaluateConversation } from "./evaluate-conversation.ts";
import { resolutionCause } from "./resolution-cause.ts";
import type { ThreadMessage } from "./thread.ts";
import { triageCause, triageTicket } from "./triage-ticket.ts";
import type { Closing, Visit } from "./visit.ts";

/** Asks the service and carries out what comes of it; `null` when there is nothing to ask. */
type Work = ((closing: Closing) => Promise<boolean>) | null;

const nothing: Closing = async () => {};

/** The steps of each occasion, one after the other; the last one's commit closes the visit. */
export async function runSteps(visit: Visit, occasions: readonly Occasion[], finish: Closing): Promise<void> {
  const { lifecycle } = visit.policy;
  for (const [index, occasion] of occasions.entries()) {
    const asked = new Set<LifecycleStep>();
    for (;;) {
      // Anew each time: what one service says may decide which pipeline it is.
      const open = stepsOn(occasion, lifecycle, visit.facts).filter((step) => !asked.has(step));
      const step = open[0];
      if (step === undefined) break;
      asked.add(step);
      const work = await prepare(visit, step);
      if (work === null) continue;
      const last = index === occasions.length - 1 && open.length === 1 && lifecycle.pipelines.length === 0;
      if (!(await work(last ? finish : nothing))) return;
      if (last) return;
    }
  }
  await visit.ports.store.write(finish);
}

async function prepare(visit: Visit, step: LifecycleStep): Promise<Work> {
  switch (step) {
    case "triage":
      return (await isSettled(visit, triageCause(visit))) ? null : (closing) => triageTicket(visit, closing);
    case "sentiment":
      return prepareSentiment(visit);
    case "reply":
      return prepareDraft(visit);
    case "qa": {
      const thread = await visit.thread();
      const settled = await isSettled(visit, resolutionCause(visit, thread));
      return settled ? null : (closing) => evaluateConversation(visit, thread, closing);
    }
  }
}

/** Every message of the customer since the watermark that nobody looked at yet; two replies give two analyses (D21). */
async function prepareSentiment(visit: Visit): Promise<Work> {
  const { connected, ports } = visit;
  const written = (await visit.thread()).filter(
    ({ role, createdAt }) => role === "customer" && createdAt >= connected.ingestFrom,
  );
  const fresh = await ports.store.read(async (tx) => {
    const open: ThreadMessage[] = [];
    for (const message of written) {
      if (!(await tx.journal.isSettled(sentimentCause(visit, message)))) open.push(message);
    }
    return open;
  });
  return fresh.length === 0 ? null : (closing) => analyseMessages(visit, fresh, closing);
}

async function prepareDraft(visit: Visit): Promise<Work> {
  const thread = await visit.thread();
  const message = unanswered(thread);
  const { status } = visit.ticket;
  if (message === null || status === "solved" || status === "closed") return null;
  if (await isSettled(visit, draftCause(visit, message))) return null;
  return (closing) => draftReply(visit, message, thread, closing);
}

function isSettled({ ports }: Visit, key: string): Promise<boolean> {
  return ports.store.read((tx) => tx.journal.isSettled(key));
}
