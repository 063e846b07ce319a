import { ticketMetadata } from "@otai/core/learning/import-history";
import type { Triage, TriageRequest } from "@otai/core/ports/triage";
import type { Log } from "@otai/plugin-api/plugin";
import type { Ticket } from "@otai/plugin-api/ticket";
import type { Suggestion } from "@otai/service-api/suggestion";
import { type Urgency, urgencies } from "@otai/service-api/urgency";
import { type ClassificationAnswer, classificationAnswer, routingAnswer } from "./published-answers.ts";
import type { createRemoteService } from "./remote-service.ts";

const suggestFrom = 0.6;
const priorityOf: Readonly<Record<Urgency, string>> = {
  low: "low",
  medium: "normal",
  high: "high",
  critical: "urgent",
};
const longest = { subject: 1_000, body: 100_000 };

export interface RemoteTriageParts {
  readonly post: ReturnType<typeof createRemoteService>;
  readonly log: Log;
  readonly platformOf: (connectionUid: string) => string | undefined;
  /** Name of the queue with this id. */
  readonly queueName: (connectionUid: string, id: string) => Promise<string | null>;
  /** Stated in the configuration for services that prove nothing themselves, per field. */
  readonly statedThreshold: (connectionUid: string, field: string) => number | null;
}

/** Triage behind an address: classify, then route, as the guide has it. */
export function createRemoteTriage(parts: RemoteTriageParts): Triage {
  const { post, log, platformOf, queueName, statedThreshold } = parts;

  /** An unknown word is taken for medium, as the guide does, and told (D12). */
  function urgencyFrom(answer: ClassificationAnswer): Urgency {
    if ((urgencies as readonly string[]).includes(answer.urgency)) return answer.urgency as Urgency;
    log.warn(
      { urgency: answer.urgency.slice(0, 40) },
      "the triage service answered an unknown urgency; medium is taken",
    );
    return "medium";
  }

  function suggestion(
    uid: string,
    field: string,
    value: string,
    of: "category" | "urgency",
    answer: ClassificationAnswer,
  ): Suggestion {
    const threshold = answer.thresholds?.[of].automate ?? statedThreshold(uid, field);
    const proves = answer.bands !== undefined;
    return {
      field,
      value,
      confidence: answer.confidences[of] ?? answer.confidence,
      // Whoever states a threshold for a service that proves nothing vouches for it.
      calibrated: proves ? answer.calibrated : threshold !== null,
      alternatives: answer.alternatives[of],
      automateThreshold: threshold,
      suggestThreshold: answer.thresholds?.[of].suggest ?? suggestFrom,
      valueProven: answer.bands === undefined || answer.bands[of] === "automate",
      abstainReason: answer.bands?.[of] === "abstain" ? (answer.abstain_reason ?? "low_confidence") : null,
      explanation: {
        summary: answer.explanation?.summary ?? "",
        evidence: answer.explanation?.evidence ?? [],
        neighbours: (answer.explanation?.neighbours ?? []).map(({ ticket_id, similarity, category }) => ({
          ticketId: ticket_id,
          similarity,
          label: category,
        })),
      },
      engine: "hybrid",
    };
  }

  return {
    async suggest({ connectionUid, ticket }: TriageRequest) {
      const answer = await post("/classify", bodyOf(ticket), classificationAnswer);
      const urgency = urgencyFrom(answer);
      const routing = await post(
        "/route",
        {
          ticket_id: ticket.id,
          category: answer.category,
          urgency,
          sentiment: answer.sentiment,
          confidence: answer.confidence,
          platform: platformOf(connectionUid),
        },
        routingAnswer,
      );
      const named =
        routing.group_name ??
        (routing.group_id === null ? null : await queueName(connectionUid, String(routing.group_id)));
      const of = (field: string, value: string, source: "category" | "urgency") =>
        suggestion(connectionUid, field, value, source, answer);
      return {
        suggestions: [
          // Nothing is proposed where no group is mapped (D05).
          ...(named === null ? [] : [of("queue", named, "category")]),
          of("category", answer.category, "category"),
          of("priority", priorityOf[urgency], "urgency"),
          of("urgency", urgency, "urgency"),
        ],
        language: answer.language,
        modelVersion: answer.model_version,
      };
    },
  };
}

function bodyOf(ticket: Ticket) {
  const channel = ticketMetadata(ticket)
    .find((token) => token.startsWith("channel:"))
    ?.slice("channel:".length);
  return {
    subject: ticket.subject.slice(0, longest.subject),
    body: ticket.body.slice(0, longest.body),
    ticket_id: ticket.id,
    ...(channel === undefined ? {} : { channel }),
    ...(ticket.language === null ? {} : { language: ticket.language }),
  };
}
