import type { Answers } from "@otai/plugin-api/answers";
import { NotFoundError } from "@otai/plugin-api/errors";
import type { FieldValue } from "@otai/plugin-api/ticket";
import type { WebhookAccount } from "./account.ts";
import { queueResults } from "./queue-results.ts";
import { type RequesterTicket, requesterKey } from "./remembered.ts";
import { withAnswer } from "./result-message.ts";

/** A result about a customer, with the ticket that was heard of last. @throws NotFoundError for a requester that no payload named. */
export async function updateRequester(
  account: WebhookAccount,
  requesterId: string,
  fields: Readonly<Record<string, FieldValue>>,
  answers?: Answers,
): Promise<void> {
  const last = (await account.documents().get(requesterKey(requesterId))) as RequesterTicket | null;
  if (last === null) throw new NotFoundError(`no webhook call has named a customer ${requesterId}`);
  const at = account.clock.now();
  const data = { ticket_id: last.ticketId, customer_id: requesterId, ...answerOf(fields) };
  const result = withAnswer(["customer.sentiment", data], answers);
  await account.documents().apply(queueResults(account, at, requesterId, [result]));
}

/** The fields of the customer's record under the names that the service has for them. */
function answerOf({ sentiment_score: label, escalation_risk: risk, ...others }: Readonly<Record<string, FieldValue>>) {
  return {
    ...others,
    ...(label === undefined ? {} : { label }),
    ...(risk === undefined ? {} : { escalation_risk: Number(risk) }),
  };
}
