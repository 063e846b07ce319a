import type { EvaluateRequest, EvaluateResponse } from "@otai/service-api/qa-evaluate";
import type { DraftRequest, DraftResponse } from "@otai/service-api/reply-draft";
import type { AnalyzeRequest, Sentiment } from "@otai/service-api/sentiment";

/** The services besides triage, in this process or elsewhere. Each judges and writes nothing into a ticket system. */
export interface Services {
  readonly sentiment: { analyze(request: AnalyzeRequest): Promise<Sentiment> };
  readonly reply: { draft(request: DraftRequest): Promise<DraftResponse> };
  /** @throws ServiceError NOT_ELIGIBLE with its reason. */
  readonly qa: { evaluate(request: EvaluateRequest): Promise<EvaluateResponse> };
}

/** How a requester is called at the services: his own id, or a keyed hash where that id says who he is. */
export type CustomerIds = (connectionUid: string, requesterId: string) => string;
