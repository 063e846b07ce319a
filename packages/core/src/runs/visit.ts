import type { Answers } from "@otai/plugin-api/answers";
import type { Ticket } from "@otai/plugin-api/ticket";
import type { FieldClaim } from "../policy/claim.ts";
import type { LifecycleFacts } from "../policy/lifecycle.ts";
import type { Policy } from "../policy/policy.ts";
import type { ClaimedLane } from "../ports/inbox.ts";
import type { Effect, Purpose, Run } from "../ports/journal.ts";
import type { Transaction } from "../ports/store.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import { effectKey } from "../writes/effect-key.ts";
import type { RunPorts } from "./run-ports.ts";
import { publicThread, type ThreadMessage } from "./thread.ts";

/** One look at a ticket by one worker: what its steps share, and where they leave what they learned for the next ones. */
export interface Visit {
  readonly claim: ClaimedLane;
  readonly ports: RunPorts;
  readonly connected: ConnectedSystem;
  readonly policy: Policy;
  /** As it was seen last. */
  ticket: Ticket;
  claims: readonly FieldClaim[];
  facts: LifecycleFacts;
  /** What customer and agents wrote; read once. */
  thread(): Promise<readonly ThreadMessage[]>;
  /** Was the thread read already? */
  readonly hasThread: boolean;
}

/** A step's last commit carries this along: nothing, or the end of the whole visit. */
export type Closing = (tx: Transaction) => Promise<void>;

export function openVisit(base: Pick<Visit, "claim" | "ports" | "connected" | "policy" | "ticket" | "claims">): Visit {
  let read: Promise<readonly ThreadMessage[]> | null = null;
  const visit: Visit = {
    ...base,
    facts: {
      category: null,
      urgency: null,
      sentiment: null,
      language: base.ticket.language,
      channel: base.ticket.channel,
      tier: null,
    },
    thread() {
      read ??= readThread(visit);
      return read;
    },
    get hasThread() {
      return read !== null;
    },
  };
  return visit;
}

/** Of a new ticket too: an agent may have opened it with a letter of his own, and only the thread tells (D33). */
async function readThread({ connected, ticket }: Visit): Promise<readonly ThreadMessage[]> {
  const messages = (await connected.system.read.getConversation?.(ticket.id)) ?? [];
  return publicThread(ticket, messages);
}

export function causeKey({ claim }: Visit, purpose: string, cause: string): string {
  return effectKey({ connectionUid: claim.connectionUid, ticketId: claim.ticketId, purpose, cause });
}

/** A run of one step, as it begins. */
export function newRun(visit: Visit, step: string, facts: Pick<Run, "modelVersion" | "language" | "trace">): Run {
  const { claim, ports, policy } = visit;
  return {
    id: ports.ids.next("r"),
    lane: claim.key,
    connectionUid: claim.connectionUid,
    ticketId: claim.ticketId,
    eventIds: claim.events.map((event) => event.id),
    startedAt: ports.clock.now(),
    finishedAt: null,
    outcome: "running",
    policyVersion: policy.version,
    ...facts,
    trace: { step, ...facts.trace },
  };
}

/** An effect of the run that is sent as soon as it is journaled. Answers go along where somebody wants them. */
export function newEffect(
  { claim, ports, connected }: Visit,
  run: Run,
  purpose: Purpose,
  { answers, ...facts }: Pick<Effect, "key" | "kind" | "intent" | "before" | "marker"> & { readonly answers: Answers },
): Effect {
  const { key: lane, fence } = claim;
  const intent = connected.system.quirks.passesOnAnswers === true ? { ...facts.intent, answers } : facts.intent;
  return { ...facts, intent, lane, runId: run.id, purpose, state: "sent", fence, createdAt: ports.clock.now() };
}
