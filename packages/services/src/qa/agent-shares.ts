import { round } from "@otai/service-api/fields";
import type { EvaluateResponse } from "@otai/service-api/qa-evaluate";
import type { CriterionRating } from "./rating.ts";
import { agentMessages, type Thread } from "./thread.ts";

/** Who of the known agents wrote how much, and which criteria rest on evidence of theirs alone. */
export function shareAmongAgents(thread: Thread, ratings: readonly CriterionRating[]): EvaluateResponse["agents"] {
  const all = agentMessages(thread);
  const authors = new Map(all.map(({ index, authorId }) => [index, authorId]));
  const alone = isSingleAgent(thread);
  const owner = ({ evidence }: CriterionRating) => {
    const quoted = new Set(evidence.flatMap(({ message_index }) => authors.get(message_index) ?? []));
    const unknown = evidence.some(({ message_index }) => authors.get(message_index) === null);
    return quoted.size === 1 && !unknown ? [...quoted][0] : undefined;
  };
  return [...new Set(all.flatMap(({ authorId }) => authorId ?? []))].map((agentId) => {
    const messages = all.filter(({ authorId }) => authorId === agentId).length;
    return {
      agent_id: agentId,
      messages,
      share: round(messages / all.length, 4),
      dimensions: ratings
        .filter((rating) => rating.score !== null && (alone || owner(rating) === agentId))
        .map(({ criterion }) => criterion.name),
    };
  });
}

/** The conversation is one known agent's. */
export function isSingleAgent(thread: Thread): boolean {
  const authors = new Set(agentMessages(thread).map(({ authorId }) => authorId));
  return authors.size === 1 && !authors.has(null);
}
