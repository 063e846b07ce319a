import type { LanguageDetector } from "@otai/text/language";
import type { AnswerTemplate, AnswerTemplates } from "../ports/answer-templates.ts";
import { findAnswer } from "./find-answer.ts";
import type { Thread } from "./read-thread.ts";
import { type TemplateQuery, TemplateShelf } from "./template-shelf.ts";

export interface TemplateRequest extends TemplateQuery {
  readonly connection: string | null;
}

/** Says which canned answer an agent might want; it is never copied into a draft. */
export interface TemplateSuggestions {
  /** @returns the id of the canned answer that answers as surely as an article would have to, or `null`. */
  suggest(thread: Thread, request: TemplateRequest): Promise<string | null>;
}

export function createTemplateSuggestions(templates: AnswerTemplates, detector: LanguageDetector): TemplateSuggestions {
  /** A list that changed is another list. */
  const shelves = new WeakMap<readonly AnswerTemplate[], TemplateShelf>();
  return {
    async suggest(thread, { connection, ...query }) {
      const list = await templates.list(connection);
      if (list.length === 0) return null;
      const shelf = shelves.get(list) ?? new TemplateShelf(list, detector);
      shelves.set(list, shelf);
      const { hits } = await findAnswer(thread, async (text) => shelf.find(text, query));
      return hits[0]?.articleId ?? null;
    },
  };
}
