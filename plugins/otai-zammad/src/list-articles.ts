import type { Article } from "@otai/plugin-api/article";
import { PermissionError } from "@otai/plugin-api/errors";
import type { Account } from "./account.ts";
import { type KnowledgeGraph, knowledgeAnswer, type RawTranslation } from "./knowledge-graph.ts";
import { mapKnowledgeArticle, visibilityOf } from "./map-article.ts";
import { readAnswer } from "./read-answer.ts";

/**
 * Every published or internal answer in every language. Zammad has no list of them: the graph comes without texts, and the texts
 * answer by answer.
 * @throws PermissionError when the token lacks `knowledge_base.editor`, which Zammad asks for the graph.
 */
export async function* listArticles(account: Account): AsyncGenerator<Article> {
  const graph = await readGraph(account);
  const now = account.context.clock.now();
  const translations = Object.values(graph.KnowledgeBaseAnswerTranslation ?? {});
  for (const answer of Object.values(graph.KnowledgeBaseAnswer ?? {})) {
    const visibility = visibilityOf(answer, now);
    if (visibility === null) continue;
    const own = translations.filter(({ answer_id }) => answer_id === answer.id);
    const base = knowledgeBaseOf(graph, answer.category_id);
    const bodies = own.length === 0 ? new Map<string, string>() : await readBodies(account, base, answer.id, own);
    for (const translation of own) {
      const html = bodies.get(translation.id);
      if (html === undefined) continue;
      yield mapKnowledgeArticle(answer, translation, html, { graph, portalUrl: account.portalUrl, visibility });
    }
  }
}

async function readGraph({ client }: Account): Promise<KnowledgeGraph> {
  const path = "/knowledge_bases/init";
  try {
    const answer = await client.request({ method: "POST", path, body: {}, repeatable: true });
    return readAnswer(knowledgeAnswer, answer.body, `POST ${path}`);
  } catch (error) {
    if (!(error instanceof PermissionError)) throw error;
    throw new PermissionError(`${error.message}; the knowledge base needs the permission knowledge_base.editor`, {
      status: 403,
      cause: error,
    });
  }
}

function knowledgeBaseOf(graph: KnowledgeGraph, categoryId: string | null | undefined): string {
  const own = categoryId == null ? undefined : graph.KnowledgeBaseCategory?.[categoryId]?.knowledge_base_id;
  return own ?? Object.values(graph.KnowledgeBase ?? {})[0]?.id ?? "1";
}

/**
 * HTML by translation. By Zammad's source `include_contents` takes the ids of the contents; the manual says those of the
 * translations, so that these are tried where the first brings nothing.
 */
async function readBodies(
  { client, context }: Account,
  base: string,
  answerId: string,
  translations: readonly RawTranslation[],
): Promise<ReadonlyMap<string, string>> {
  const path = `/knowledge_bases/${base}/answers/${answerId}`;
  const read = (ids?: readonly string[]) =>
    client.get(path, knowledgeAnswer, ids === undefined ? undefined : { include_contents: ids.join(",") });
  const known = translations.every(({ content_id }) => content_id != null)
    ? translations
    : Object.values((await read()).KnowledgeBaseAnswerTranslation ?? {});
  const contentOf = new Map(known.map(({ id, content_id }) => [id, content_id ?? id]));
  for (const ids of [[...contentOf.values()], [...contentOf.keys()]]) {
    const contents = Object.values((await read(ids)).KnowledgeBaseAnswerTranslationContent ?? {});
    if (contents.length === 0) continue;
    const byContent = new Map(contents.map(({ id, body }) => [id, body ?? ""]));
    const found = [...contentOf].map(([id, content]) => [id, byContent.get(content)] as const);
    return new Map(found.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
  }
  context.log.warn({ connection: context.connection, answer: answerId }, "Zammad gave no text for an answer; left out");
  return new Map();
}
