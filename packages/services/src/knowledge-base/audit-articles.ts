import { wordsOf } from "@otai/intelligence/search/words";
import { round } from "@otai/service-api/fields";
import type { AuditAnswer, StaleAnswer, StaleReason } from "@otai/service-api/knowledge-base-audit";
import type { ArticleUse } from "../ports/knowledge-base.ts";
import { splitSentences } from "../reply/sentences.ts";
import { findConflicts } from "./find-conflicts.ts";
import { findDuplicates } from "./find-duplicates.ts";
import type { Shelved } from "./library.ts";

const DAY = 86_400_000;
const THIN_WORDS = 50;
const STALE_DAYS = 180;
/** A little feedback says little; from so many on, half of it bad is a reason. */
const LEAST_FEEDBACK = 3;
const MOST_UNHELPFUL = 0.5;

const unused = { helpful: 0, unhelpful: 0, answered: 0, quoted: 0 };

export interface StaleFacts {
  readonly now: number;
  readonly days: number;
  readonly use: readonly ArticleUse[];
  /** Searches in the same time: without any, "never used" would mean nothing. */
  readonly queries: number;
  /** Links that were found dead, by address. Nothing is fetched here. */
  readonly brokenLinks: ReadonlySet<string>;
  /** Words and phrases that no article should use any more. */
  readonly deprecatedTerms: readonly string[];
}

/** Articles that want a look, the oldest first, each with all its reasons. */
export function listStale(articles: readonly Shelved[], facts: StaleFacts): StaleAnswer["stale"] {
  const contradicting = new Set(
    findConflicts(articles).flatMap(({ statements }) => statements.map(({ articleId }) => articleId)),
  );
  const useOf = new Map(facts.use.map((use) => [use.articleId, use]));
  return articles
    .map(({ article }) => {
      const reasons = new Set<StaleReason>();
      const ageDays = Math.floor((facts.now - article.updatedAt) / DAY);
      if (ageDays > facts.days) reasons.add("age");
      if (article.links.some((link) => facts.brokenLinks.has(link))) reasons.add("links_broken");
      if (mentions(`${article.title}\n${article.text}`, facts.deprecatedTerms)) reasons.add("mentions_deprecated");
      if (contradicting.has(article.id)) reasons.add("contradicts");
      const { helpful, unhelpful, answered, quoted } = useOf.get(article.id) ?? unused;
      if (helpful + unhelpful >= LEAST_FEEDBACK && unhelpful > MOST_UNHELPFUL * (helpful + unhelpful))
        reasons.add("low_feedback");
      // An article that is younger than the time looked at had no fair chance.
      if (facts.queries > 0 && answered + quoted === 0 && facts.now - article.createdAt > facts.days * DAY)
        reasons.add("never_used");
      return { article, ageDays, reasons: [...reasons] };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => a.article.updatedAt - b.article.updatedAt || (a.article.id < b.article.id ? -1 : 1))
    .map(({ article, ageDays, reasons }) => ({
      article_id: article.id,
      title: article.title,
      updated_at: new Date(article.updatedAt).toISOString(),
      age_days: Math.max(0, ageDays),
      reasons,
    }));
}

function mentions(text: string, terms: readonly string[]): boolean {
  const words = ` ${wordsOf(text).join(" ")} `;
  return terms.some((term) => wordsOf(term).length > 0 && words.includes(` ${wordsOf(term).join(" ")} `));
}

export function auditArticles(articles: readonly Shelved[], now: number): AuditAnswer {
  const firstSentence = ({ article }: Shelved) =>
    splitSentences(article.text)
      .slice(0, 1)
      .map(({ text }) => text);
  const named = ({ article }: Shelved) => ({ article_id: article.id, title: article.title });
  return {
    articles: articles.length,
    duplicates: findDuplicates(articles).map(({ articles: pair, similarity, sentences }) => ({
      articles: pair.map(named),
      similarity: round(similarity, 4),
      sentences: [...sentences],
    })),
    conflicts: findConflicts(articles).map(({ statements, similarity }) => ({
      statements: statements.map(({ articleId, ...statement }) => ({ article_id: articleId, ...statement })),
      similarity: round(similarity, 4),
    })),
    thin: articles.flatMap((shelved) => {
      const words = shelved.article.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
      return words < THIN_WORDS ? [{ ...named(shelved), words, sentences: firstSentence(shelved) }] : [];
    }),
    stale: articles.flatMap((shelved) => {
      const age = Math.floor((now - shelved.article.updatedAt) / DAY);
      return age > STALE_DAYS ? [{ ...named(shelved), age_days: age, sentences: firstSentence(shelved) }] : [];
    }),
  };
}
