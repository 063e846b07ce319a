import { similarity } from "@otai/intelligence/search/short-texts";
import type { GapRecord } from "../ports/knowledge-base.ts";
import type { MissTopic } from "./cluster-misses.ts";

/** From here on a topic is the one that was known before, though its questions are others by now. */
const SAME = 0.5;
const DECIMALS = 10_000;

export interface RecognisedGap {
  readonly gap: GapRecord;
  readonly topic: MissTopic;
  /** It is not kept like this yet. */
  readonly changed: boolean;
}

/**
 * Gives topics the gaps that they were before, most similar pairs first, and new gaps to the rest. A resolved gap that is asked for
 * again is open again.
 */
export function recogniseGaps(
  topics: readonly MissTopic[],
  known: readonly GapRecord[],
  newId: () => string,
): RecognisedGap[] {
  const pairs = topics.flatMap((topic, at) =>
    known.flatMap((gap) => {
      const alike = similarity(topic.centroid, new Map(Object.entries(gap.centroid)));
      return alike >= SAME ? [{ at, gap, alike }] : [];
    }),
  );
  pairs.sort((a, b) => b.alike - a.alike || (a.gap.id < b.gap.id ? -1 : 1) || a.at - b.at);
  const chosen = new Map<number, GapRecord>();
  const taken = new Set<string>();
  for (const { at, gap } of pairs) {
    if (chosen.has(at) || taken.has(gap.id)) continue;
    chosen.set(at, gap);
    taken.add(gap.id);
  }
  return topics.map((topic, at) => recognise(topic, chosen.get(at), newId));
}

function recognise(topic: MissTopic, known: GapRecord | undefined, newId: () => string): RecognisedGap {
  const firstSeen = topic.misses[0]!.at;
  const lastSeen = topic.misses[topic.misses.length - 1]!.at;
  const centroid = Object.fromEntries(
    [...topic.centroid].map(([feature, weight]) => [feature, Math.round(weight * DECIMALS) / DECIMALS]),
  );
  const facts = { centroid, topic: topic.topic, title: topic.title, lastSeen };
  if (known === undefined) {
    const fresh = { id: newId(), status: "open" as const, reason: null, articleId: null, rateBefore: null };
    return { topic, changed: true, gap: { ...fresh, ...facts, firstSeen, changedAt: firstSeen } };
  }
  const again = known.status === "resolved" && lastSeen > known.changedAt;
  const gap: GapRecord = {
    ...known,
    ...facts,
    firstSeen: Math.min(known.firstSeen, firstSeen),
    lastSeen: Math.max(known.lastSeen, lastSeen),
    ...(again ? { status: "open" as const, changedAt: lastSeen, rateBefore: null } : {}),
  };
  return { topic, gap, changed: JSON.stringify(gap) !== JSON.stringify(known) };
}
