import { ticketMetadata } from "@otai/core/learning/import-history";
import type { Triage } from "@otai/core/ports/triage";
import type { Ticket } from "@otai/plugin-api/ticket";
import type { Suggestion } from "@otai/service-api/suggestion";
import { suggestTriage } from "@otai/services/triage/suggest";
import type { TriageService } from "@otai/services/triage/triage";
import type { LanguageDetector } from "@otai/text/language";
import type { Champions } from "./champions.ts";

export interface InProcessTriageParts {
  readonly champions: Champions;
  readonly detector: LanguageDetector;
  readonly service: Pick<TriageService, "routeByRule">;
  readonly nameOf: (connectionUid: string) => string;
}

/** The triage service inside this process, with the connection's own model and the routing rules, where there are any. */
export function createInProcessTriage({ champions, detector, service, nameOf }: InProcessTriageParts): Triage {
  return {
    async suggest({ connectionUid, ticket, precision }) {
      const serving = await champions.get(connectionUid);
      const input = {
        subject: ticket.subject,
        body: ticket.body,
        metadata: ticketMetadata(ticket),
        languageHint: ticket.language,
        precision,
      };
      const answer = suggestTriage(input, serving, detector);
      const queue = await routedQueue(answer.suggestions, ticket, answer.language, nameOf(connectionUid));
      if (queue === null) return answer;
      return { ...answer, suggestions: [queue, ...answer.suggestions.filter(({ field }) => field !== "queue")] };
    },
  };

  /** Where a rule sends the ticket, if there are any; as sure as its category is, since that is what the rule goes by. */
  async function routedQueue(
    suggestions: readonly Suggestion[],
    ticket: Ticket,
    language: string | null,
    connection: string,
  ): Promise<Suggestion | null> {
    const category = suggestions.find(({ field }) => field === "category");
    if (category === undefined) return null;
    const urgency = suggestions.find(({ field }) => field === "urgency");
    const routing = await service.routeByRule({
      ticket_id: ticket.id,
      category: category.value,
      urgency: urgency?.value ?? "medium",
      sentiment: "neutral",
      channel: ticket.channel,
      connection,
      ...(language === null ? {} : { language }),
    });
    const group_name = routing?.group_name ?? null;
    if (routing === null || group_name === null) return null;
    return {
      ...category,
      field: "queue",
      value: group_name,
      explanation: { ...category.explanation, summary: routing.reason },
    };
  }
}
