import { SearchIndex } from "@otai/intelligence/search/search-index";
import type { LanguageDetector } from "@otai/text/language";
import { sameLanguage } from "../knowledge-base/visibility.ts";
import type { AnswerTemplate } from "../ports/answer-templates.ts";
import { findInjection } from "./injection.ts";
import type { Found } from "./weigh-hit.ts";

export interface TemplateQuery {
  readonly language: string | null;
  /** Name of the ticket's queue; `null` finds templates of all queues. */
  readonly queue: string | null;
}

const titleWeight = 2;
/** As for the articles of a small knowledge base. */
const cut = 0.5;
const mostFound = 20;
/** Below it a detected language is a guess. */
const sureLanguage = 0.5;

/** Canned answers by their words. One that speaks to a model instead of to a customer is left out. */
export class TemplateShelf {
  readonly #index = new SearchIndex();
  readonly #templates: AnswerTemplate[] = [];

  constructor(templates: readonly AnswerTemplate[], detector: LanguageDetector) {
    for (const template of templates) {
      const { title, text } = template;
      if (findInjection(`${title}\n${text}`) !== null) continue;
      this.#templates.push({ ...template, language: template.language ?? languageOf(text, detector) });
      this.#index.add([
        { text: title, weight: titleWeight },
        { text, weight: 1 },
      ]);
    }
  }

  find(query: string, { language, queue }: TemplateQuery): Found[] {
    const accepts = (at: number) => {
      const { language: own, queues } = this.#templates[at]!;
      return sameLanguage(language, own) && (queue === null || queues.length === 0 || queues.includes(queue));
    };
    return this.#index.search(query, { accepts, limit: mostFound }).map(({ text: at, score }) => {
      const { id, title, text } = this.#templates[at]!;
      return { articleId: id, title, text, score, answered: score >= cut };
    });
  }
}

function languageOf(text: string, detector: LanguageDetector): string | null {
  const { language, confidence } = detector.detect(text);
  return confidence >= sureLanguage ? language : null;
}
