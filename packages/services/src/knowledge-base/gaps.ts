import { round } from "@otai/service-api/fields";
import type {
  Gap,
  GapChangeAnswer,
  GapChangeRequest,
  GapsAnswer,
  GapsQuery,
} from "@otai/service-api/knowledge-base-gaps";
import { ServiceError } from "@otai/service-api/service-error";
import type { GapRecord, KnowledgeRepositories } from "../ports/knowledge-base.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { clusterMisses, type MissTopic } from "./cluster-misses.ts";
import type { FreshLibrary } from "./fresh-library.ts";
import { recogniseGaps } from "./recognise-gaps.ts";

const DAY = 86_400_000;
/** More are not looked at: the newest say what is missing now. */
const MOST_MISSES = 20_000;
const RATE_DAYS = 30;
/** So long what was asked belongs to a gap. */
const TOPIC_DAYS = 90;

export interface GapParts {
  readonly store: UnitOfWork<KnowledgeRepositories>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly library: FreshLibrary;
}

export interface TopicGap {
  readonly gap: GapRecord;
  /** `null` when nobody has asked within the window. */
  readonly topic: MissTopic | null;
}

export function createGaps({ store, clock, ids, library }: GapParts) {
  /** Looks for topics among the misses since then, and keeps what it recognised or found anew. */
  function findGaps(since: number, minimum: number): Promise<TopicGap[]> {
    return store.write(async (tx) => {
      const topics = clusterMisses(await tx.knowledgeQueries.listMisses(since, MOST_MISSES));
      const known = await tx.knowledgeGaps.list();
      const shown = topics.filter(({ askers }) => askers >= minimum);
      const gaps = recogniseGaps(shown, known, () => ids.next("g"));
      for (const { gap, changed } of gaps) if (changed) await tx.knowledgeGaps.put(gap);
      const seen = new Set(gaps.map(({ gap }) => gap.id));
      const quiet = known.filter(({ id, status }) => status === "resolved" && !seen.has(id));
      return [...gaps, ...quiet.map((gap) => ({ gap, topic: null }))];
    });
  }

  return {
    async listGaps({ days, min_queries, limit, status }: GapsQuery): Promise<GapsAnswer> {
      const now = clock.now();
      const since = now - days * DAY;
      const found = await findGaps(since, min_queries);
      const { total, missed } = await store.read((tx) => tx.knowledgeQueries.count(since));
      const shelf = await library.get();
      const gaps: Gap[] = [];
      const weak: Gap[] = [];
      for (const { gap, topic } of found) {
        if (
          status === "active"
            ? gap.status === "resolved" || gap.status === "dismissed"
            : status !== "all" && gap.status !== status
        )
          continue;
        const [nearest] = topic === null ? [] : shelf.search(topic.question, () => true);
        const wire = toWire(gap, topic, now, since);
        if (nearest === undefined) gaps.push(wire);
        else {
          const { article } = nearest.shelved;
          const named = {
            ...wire,
            nearest_article: { article_id: article.id, title: article.title, score: nearest.score },
          };
          (nearest.score >= library.cut(null) ? weak : gaps).push(named);
        }
      }
      return {
        gaps: gaps.sort(byImpact).slice(0, limit),
        weak_articles: weak.sort(byImpact).slice(0, limit),
        window_days: days,
        total_queries: total,
        unanswered: missed,
        coverage: total === 0 ? 1 : round((total - missed) / total, 3),
      };
    },

    /** The gap with what was asked about it lately. @throws ServiceError NOT_FOUND */
    async getGap(id: string): Promise<TopicGap> {
      const found = (await findGaps(clock.now() - TOPIC_DAYS * DAY, 1)).find(({ gap }) => gap.id === id);
      if (found !== undefined) return found;
      const gap = await store.read((tx) => tx.knowledgeGaps.get(id));
      if (gap === null) throw new ServiceError("NOT_FOUND", "there is no such gap");
      return { gap, topic: null };
    },

    async changeGap(id: string, { status, reason, article_id }: GapChangeRequest): Promise<GapChangeAnswer> {
      const now = clock.now();
      const topic =
        status === "resolved"
          ? (await findGaps(now - RATE_DAYS * DAY, 1)).find(({ gap }) => gap.id === id)?.topic
          : undefined;
      return store.write(async (tx) => {
        const gap = await tx.knowledgeGaps.get(id);
        if (gap === null) throw new ServiceError("NOT_FOUND", "there is no such gap");
        if (article_id !== null && (await tx.articles.get(article_id)) === null)
          throw ServiceError.field("article_id", "there is no such article");
        const articleId = article_id ?? gap.articleId;
        const rateBefore = status === "resolved" ? (topic?.misses.length ?? 0) / RATE_DAYS : null;
        await tx.knowledgeGaps.put({ ...gap, status, reason, articleId, changedAt: now, rateBefore });
        return { id, status, reason, article_id: articleId, updated_at: new Date(now).toISOString() };
      });
    },
  };
}

/** By impact, then who asked last; the id decides between equals, so that two runs give one list. */
function byImpact(a: Gap, b: Gap): number {
  return b.impact - a.impact || Date.parse(b.last_seen) - Date.parse(a.last_seen) || (a.id < b.id ? -1 : 1);
}

function toWire(gap: GapRecord, topic: MissTopic | null, now: number, since: number): Gap {
  const misses = topic?.misses ?? [];
  const languages = misses.flatMap(({ language }) => (language === null ? [] : [language]));
  return {
    id: gap.id,
    topic: topic?.topic ?? gap.topic,
    query_count: misses.length,
    unique_tickets: topic?.askers ?? 0,
    sample_queries: [...(topic?.samples ?? [])],
    suggested_title: topic?.title ?? gap.title,
    nearest_article: null,
    impact: (topic?.askers ?? 0) + misses.length,
    trend: trendOf(
      misses.map(({ at }) => at),
      since,
      now,
    ),
    languages: [...new Set(languages)].sort(),
    first_seen: new Date(gap.firstSeen).toISOString(),
    last_seen: new Date(gap.lastSeen).toISOString(),
    status: gap.status,
    reason: gap.reason,
    effect: effectOf(
      gap,
      misses.map(({ at }) => at),
      since,
      now,
    ),
  };
}

/** Two halves of the window compared; a difference of one or two is chance. */
function trendOf(times: readonly number[], since: number, now: number): Gap["trend"] {
  const middle = (since + now) / 2;
  const late = times.filter((at) => at >= middle).length;
  const early = times.length - late;
  if (late >= early + 3 && late > 1.5 * early) return "rising";
  return early >= late + 3 && early > 1.5 * late ? "falling" : "stable";
}

/** Only the window is known: what was missed before it does not count, and neither do its days. */
function effectOf(
  { status, changedAt, rateBefore }: GapRecord,
  times: readonly number[],
  since: number,
  now: number,
): Gap["effect"] {
  if (status !== "resolved" || rateBefore === null) return null;
  const days = Math.max(1, (now - Math.max(changedAt, since)) / DAY);
  const rateAfter = times.filter((at) => at > changedAt).length / days;
  return {
    since: new Date(changedAt).toISOString(),
    per_day_before: round(rateBefore, 3),
    per_day_after: round(rateAfter, 3),
    before_per_week: round(7 * rateBefore, 2),
    after_per_week: round(7 * rateAfter, 2),
  };
}
