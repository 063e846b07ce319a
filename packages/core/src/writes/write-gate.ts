import { OtaiError } from "@otai/plugin-api/errors";
import type { Ticket } from "@otai/plugin-api/ticket";
import type { RefusedField } from "@otai/plugin-api/ticket-update";
import type { Decision } from "../policy/decision.ts";
import { fieldValue } from "../policy/field-values.ts";
import type { ClaimedLane } from "../ports/inbox.ts";
import type { Effect, EffectIntent, EffectState } from "../ports/journal.ts";
import type { Store } from "../ports/store.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import { hasLanded, intendedValues, remaining, valuesBefore } from "./effect-parts.ts";
import { isFinal } from "./is-final.ts";
import { fullPermission, type Permission } from "./permission.ts";
import { findOwnNote, wasAnswered } from "./thread-checks.ts";

/** What became of one effect. */
export interface EffectReport {
  readonly effect: Effect;
  /** Write targets that the effect set out to write, before anything was left out. */
  readonly planned: readonly string[];
  readonly state: EffectState;
  /** Write targets that hold our value now, `tags` included. */
  readonly written: readonly string[];
  readonly refused: readonly RefusedField[];
  /** What our write left in each target; later values are somebody else's. */
  readonly ownValues: ReadonlyMap<string, string | null>;
  /** The ticket as it was seen last. */
  readonly ticket: Ticket;
  /** `ticket` is the answer of our own write, so its time stamp is ours. */
  readonly answered: boolean;
}

const conflictTries = 3;

type Report = Omit<EffectReport, "planned">;

/**
 * The only place that holds a TicketWriter. Carries out journaled effects: each at most once, looked for before it is repeated,
 * and without what a human changed meanwhile.
 */
export function createWriteGate({ store }: { store: Store }) {
  /** Every state change is bound to the lane's fence: a worker that lost its lane writes nothing. */
  async function setState(claim: ClaimedLane, effect: Effect, state: EffectState): Promise<void> {
    await store.write(async (tx) => {
      await tx.inbox.assertHeld(claim);
      await tx.journal.setEffectState(effect.key, state, claim.fence);
    });
  }

  async function replace(claim: ClaimedLane, effect: Effect, intent: EffectIntent, ticket: Ticket): Promise<Effect> {
    const change = { intent, before: valuesBefore(intent, ticket), state: "sent" as const, fence: claim.fence };
    await store.write(async (tx) => {
      await tx.inbox.assertHeld(claim);
      await tx.journal.replaceEffect(effect.key, change);
    });
    return { ...effect, ...change };
  }

  /** @throws the OtaiError that decides about a retry; the effect's state was set to what is known. */
  async function writeFields(
    claim: ClaimedLane,
    connected: ConnectedSystem,
    effect: Effect,
    ticket: Ticket,
    tries: number,
    permission: Permission,
  ): Promise<Report> {
    const { requester: _, unlessAnsweredSince: __, ...update } = effect.intent;
    try {
      const result = await connected.system.write.updateTicket(ticket.id, {
        ...update,
        expectedVersion: ticket.version,
      });
      const refusedTargets = new Set(result.refused.map((refused) => refused.field));
      const asked = [...intendedValues(effect.intent).keys()];
      if ((effect.intent.addTags ?? []).length > 0) asked.push("tags");
      const written = asked.filter((target) => !refusedTargets.has(target));
      // As it was read back: a system with fewer priorities than ours keeps another word.
      const ownValues = new Map(written.map((target) => [target, fieldValue(result.ticket, target)]));
      const { ticket: after, refused } = result;
      return { effect, state: "confirmed", written, refused, ownValues, ticket: after, answered: true };
    } catch (error) {
      if (OtaiError.is(error) && error.code === "conflict") {
        const unsent = { ...effect, state: "planned" as const };
        if (tries > 1) return again(claim, connected, unsent, tries - 1, permission);
        await setState(claim, effect, "planned");
        throw error;
      }
      await settle(claim, effect, error);
      throw error;
    }
  }

  /** Looks at the ticket and goes on with what is left of the effect. */
  async function again(
    claim: ClaimedLane,
    connected: ConnectedSystem,
    effect: Effect,
    tries: number,
    permission: Permission,
  ): Promise<Report> {
    const ticket = await connected.system.read.getTicket(claim.ticketId);
    if (
      (effect.state !== "planned" && hasLanded(effect.intent, effect.before, ticket)) ||
      (effect.intent.note !== undefined && (await findOwnNote(connected, ticket.id, effect.marker)) !== null)
    ) {
      return finishTags(claim, connected, effect, ticket);
    }
    permission.assertNotPaused();
    const allowed = ticket.tombstone === null ? permission.reduce(effect) : null;
    const left = allowed === null ? null : remaining(allowed, effect.before, ticket);
    if (left === null) return refusal(effect, ticket);
    return writeFields(claim, connected, await replace(claim, effect, left, ticket), ticket, tries, permission);
  }

  /** Where tags are a call of their own, the fields may have landed without them. */
  async function finishTags(
    claim: ClaimedLane,
    connected: ConnectedSystem,
    effect: Effect,
    ticket: Ticket,
  ): Promise<Report> {
    const left = connected.system.quirks.tagsApart === true ? remaining(effect.intent, effect.before, ticket) : null;
    const tags = {
      ...(left?.addTags === undefined ? {} : { addTags: left.addTags }),
      ...(left?.removeTags === undefined ? {} : { removeTags: left.removeTags }),
    };
    if (Object.keys(tags).length === 0) return landed(effect, ticket);
    try {
      const report = await writeFields(claim, connected, { ...effect, intent: tags }, ticket, 1, fullPermission);
      return { ...landed(effect, report.ticket), refused: report.refused };
    } catch (error) {
      // Fields and note stand there all the same: whoever comes next must not take the whole effect for unsent.
      if (!isFinal(error)) await setState(claim, effect, "unknown");
      throw error;
    }
  }

  function landed(effect: Effect, ticket: Ticket): Report {
    const ownValues = intendedValues(effect.intent);
    const written = [...ownValues.keys()];
    if ((effect.intent.addTags ?? []).length > 0) written.push("tags");
    return { effect, state: "confirmed", written, refused: [], ownValues, ticket, answered: false };
  }

  async function writeNote(
    claim: ClaimedLane,
    connected: ConnectedSystem,
    effect: Effect,
    ticket: Ticket,
  ): Promise<Report> {
    const { note, unlessAnsweredSince: since, answers } = effect.intent;
    if (note === undefined || connected.system.write.addNote === undefined) return refusal(effect, ticket);
    try {
      if (since !== undefined && (await wasAnswered(connected, ticket.id, since))) return refusal(effect, ticket);
      await connected.system.write.addNote(ticket.id, note, answers);
      return done(effect, ticket);
    } catch (error) {
      await settle(claim, effect, error);
      throw error;
    }
  }

  /** The same again leaves the same values, so it may be repeated without looking. */
  async function writeContact(
    claim: ClaimedLane,
    connected: ConnectedSystem,
    effect: Effect,
    ticket: Ticket,
  ): Promise<Report> {
    const { requester, answers } = effect.intent;
    if (requester === undefined || connected.system.write.updateRequester === undefined) return refusal(effect, ticket);
    try {
      await connected.system.write.updateRequester(requester.id, requester.fields, answers);
      return done(effect, ticket);
    } catch (error) {
      await settle(claim, effect, error);
      throw error;
    }
  }

  function sendAs(kind: Effect["kind"]) {
    return kind === "note" ? writeNote : kind === "contact" ? writeContact : null;
  }

  /** After a failed send: what is certain is said, what is not is `unknown`. */
  async function settle(claim: ClaimedLane, effect: Effect, error: unknown): Promise<void> {
    const untouched = OtaiError.is(error) && !error.outcomeUnknown;
    await setState(claim, effect, isFinal(error) ? "refused" : untouched ? "planned" : "unknown");
  }

  return {
    /** Tells a system that waits for an answer for which fields none will come. Before the run is journaled; told twice it says nothing new. */
    async reportAbstentions(claim: ClaimedLane, connected: ConnectedSystem, decisions: readonly Decision[]) {
      const abstained = decisions.filter(({ decision }) => decision === "abstain");
      if (connected.system.write.reportAbstentions === undefined || abstained.length === 0) return;
      await store.write((tx) => tx.inbox.assertHeld(claim));
      const abstentions = abstained.map(({ field, reason, confidence }) => ({ field, reason, confidence }));
      await connected.system.write.reportAbstentions(claim.ticketId, abstentions);
    },

    /** Sends an effect that was just journaled as `sent`, against the ticket read directly before. */
    async send(claim: ClaimedLane, connected: ConnectedSystem, effect: Effect, ticket: Ticket): Promise<EffectReport> {
      const send = sendAs(effect.kind);
      const report =
        send === null
          ? await writeFields(claim, connected, effect, ticket, conflictTries, fullPermission)
          : await send(claim, connected, effect, ticket);
      return { ...report, planned: targetsOf(effect) };
    },

    /** Goes on with an effect that an earlier worker left behind, as far as the policy of now permits. */
    async resume(
      claim: ClaimedLane,
      connected: ConnectedSystem,
      effect: Effect,
      ticket: Ticket,
      permission: Permission,
    ): Promise<EffectReport> {
      const planned = targetsOf(effect);
      const send = sendAs(effect.kind);
      if (send === null) return { ...(await again(claim, connected, effect, conflictTries, permission)), planned };
      if (effect.state !== "planned" && (await findOwnNote(connected, ticket.id, effect.marker)) !== null) {
        return { ...done(effect, ticket), planned };
      }
      permission.assertNotPaused();
      if (permission.reduce(effect) === null) return { ...refusal(effect, ticket), planned };
      await setState(claim, effect, "sent");
      return { ...(await send(claim, connected, effect, ticket)), planned };
    },
  };
}

function refusal(effect: Effect, ticket: Ticket): Report {
  return { effect, state: "refused", written: [], refused: [], ownValues: new Map(), ticket, answered: false };
}

/** Nothing of the ticket itself changed. */
function done(effect: Effect, ticket: Ticket): Report {
  return { effect, state: "confirmed", written: [], refused: [], ownValues: new Map(), ticket, answered: false };
}

function targetsOf(effect: Effect): string[] {
  return [...intendedValues(effect.intent).keys()];
}

export type WriteGate = ReturnType<typeof createWriteGate>;
