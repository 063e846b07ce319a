import type { Services } from "@otai/core/ports/services";
import { draftAnswer, evaluationAnswer, sentimentAnswer } from "./published-answers.ts";
import type { RemoteParts } from "./remote-service.ts";
import { createRemoteService } from "./remote-service.ts";

type Address = "reply" | "qa" | "sentiment";

/** A model behind the service may take its time; the others answer quickly or not at all (D14). */
const timeouts: Readonly<Record<Address, number>> = { reply: 90_000, qa: 90_000, sentiment: 30_000 };

export interface RemoteServicesParts extends Omit<RemoteParts, "baseUrl" | "timeoutMs"> {
  readonly urls: Readonly<Record<Address, string | null>>;
  readonly inProcess: Services;
  readonly timeoutMs?: number;
}

/** Each service where it is: at its address, or in this process. */
export function createServicesByAddress({ urls, inProcess, timeoutMs, ...parts }: RemoteServicesParts): Services {
  const at = (service: Address) => {
    const url = urls[service];
    if (url === null) return null;
    return createRemoteService(service, { ...parts, baseUrl: url, timeoutMs: timeoutMs ?? timeouts[service] });
  };
  const sentiment = at("sentiment");
  const reply = at("reply");
  const qa = at("qa");
  return {
    sentiment:
      sentiment === null
        ? inProcess.sentiment
        : { analyze: (request) => sentiment("/analyze", request, sentimentAnswer) },
    // Elsewhere drafts are made from what is kept there.
    ...(reply === null && inProcess.solved !== undefined ? { solved: inProcess.solved } : {}),
    reply: reply === null ? inProcess.reply : { draft: (request) => reply("/api/v1/draft", request, draftAnswer) },
    qa:
      qa === null
        ? inProcess.qa
        : {
            async evaluate(request) {
              const answer = await qa("/evaluate", request, evaluationAnswer);
              // Without an id of its own an evaluation is known by what it belongs to.
              return {
                ...answer,
                evaluation_id: answer.evaluation_id ?? `of-${request.resolution_id ?? request.conversation_id}`,
              };
            },
          },
  };
}
