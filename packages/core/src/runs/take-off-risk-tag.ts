import type { Effect } from "../ports/journal.ts";
import { valuesBefore } from "../writes/effect-parts.ts";
import { permissionOf } from "../writes/permission.ts";
import { riskTag } from "./analyse-messages.ts";
import { perform } from "./perform.ts";
import { causeKey, newEffect, newRun, type Visit } from "./visit.ts";

/**
 * Once the alerts about a ticket are resolved, it no longer carries the tag of the risk (D04): the one that we set, never one that
 * a human set. @throws OtaiError `paused` while AI writes are paused and the tag waits.
 */
export async function takeOffRiskTag(visit: Visit): Promise<void> {
  const { claim, ports } = visit;
  const causes: string[] = [];
  for (const event of claim.events) {
    if (event.kind !== "alert-resolved") continue;
    const cause = causeKey(visit, "alert-resolved", event.key);
    if (!(await ports.store.read((tx) => tx.journal.isSettled(cause)))) causes.push(cause);
  }
  const cause = causes.at(-1);
  if (cause === undefined) return;
  const present = await ownRiskTag(visit);
  if (present !== null) permissionOf(visit.policy).assertNotPaused();
  const run = newRun(visit, "alert-resolved", { modelVersion: null, language: null, trace: {} });
  const effects: Effect[] = [];
  if (present !== null) {
    const intent = { removeTags: [present] };
    effects.push(
      newEffect(visit, run, "sentiment", {
        key: cause,
        kind: "tags",
        intent,
        before: valuesBefore(intent, visit.ticket),
        marker: null,
        answers: {},
      }),
    );
  }
  await perform(visit, { run, settles: causes, effects }, async () => {});
}

/** The tag as it stands on the ticket, when it is ours and nothing speaks for it any more; else `null`. */
async function ownRiskTag({ claim, ports, policy, ticket }: Visit): Promise<string | null> {
  const present = ticket.tags.find((tag) => tag.toLowerCase() === riskTag);
  if (present === undefined || ticket.requester === null || ticket.tombstone !== null) return null;
  if (policy.lifecycle.modes.sentiment === "shadow") return null;
  const customer = ports.customerId(claim.connectionUid, ticket.requester.id);
  if (!(await ports.alerts.areSettled(customer, ticket.id))) return null;
  const effects = await ports.store.read((tx) => tx.journal.listEffects(claim.key, "sentiment"));
  const added = ({ intent }: Effect) => intent.addTags?.includes(riskTag) === true;
  const last = effects.findLast(
    (effect) => effect.state === "confirmed" && (added(effect) || effect.intent.removeTags !== undefined),
  );
  return last !== undefined && added(last) ? present : null;
}
