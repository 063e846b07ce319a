import { averageLink } from "@otai/intelligence/search/average-link";
import { functionStems } from "@otai/intelligence/search/function-words";
import {
  centroidOf,
  type SparseVector,
  similaritiesOf,
  similarity,
  vectorsOf,
} from "@otai/intelligence/search/short-texts";
import type { QueryRecord } from "../ports/knowledge-base.ts";
import { type AskedText, askerOf, countOnce, groupByWording } from "./count-misses.ts";
import { titleOf, topicOf } from "./name-topic.ts";

/** Questions are of one topic when they are on average so similar; measured on training questions of two sets. */
const LEAST_SIMILARITY = 0.2;
/** Wordings that are compared, those asked most often first. */
const MOST_WORDINGS = 1_000;
const CENTROID_FEATURES = 60;
const MOST_SAMPLES = 5;

export interface MissTopic {
  readonly centroid: SparseVector;
  readonly topic: string;
  readonly title: string;
  /** The most typical question. */
  readonly question: string;
  readonly samples: readonly string[];
  /** Those that count, in order of time. */
  readonly misses: readonly QueryRecord[];
  readonly askers: number;
}

/** Topics among the misses; the same misses give the same topics in the same order. */
export function clusterMisses(misses: readonly QueryRecord[]): MissTopic[] {
  const wordings = mostAsked(groupByWording(misses));
  const vectors = vectorsOf(wordings.map(({ text }) => text));
  const groups = averageLink(wordings.length, similaritiesOf(vectors), LEAST_SIMILARITY);
  const unimportant = functionStems();
  return groups.map((group) => describe(group, wordings, vectors, unimportant));
}

function mostAsked(wordings: readonly AskedText[]): AskedText[] {
  const places = [...wordings.keys()]
    .sort((a, b) => wordings[b]!.misses.length - wordings[a]!.misses.length || a - b)
    .slice(0, MOST_WORDINGS);
  return places.sort((a, b) => a - b).map((place) => wordings[place]!);
}

function describe(
  group: readonly number[],
  wordings: readonly AskedText[],
  vectors: readonly SparseVector[],
  unimportant: ReadonlySet<string>,
): MissTopic {
  const centroid = centroidOf(
    group.map((member) => vectors[member]!),
    CENTROID_FEATURES,
  );
  const typical = [...group].sort(
    (a, b) => similarity(centroid, vectors[b]!) - similarity(centroid, vectors[a]!) || a - b,
  );
  const question = wordings[typical[0]!]!.text;
  const misses = countOnce(group.flatMap((member) => wordings[member]!.misses));
  return {
    centroid,
    question,
    topic: topicOf(question, centroid, unimportant),
    title: titleOf(question),
    samples: typical.slice(0, MOST_SAMPLES).map((member) => wordings[member]!.misses[0]!.query),
    misses,
    askers: new Set(misses.map((miss) => askerOf(miss) ?? miss.id)).size,
  };
}
