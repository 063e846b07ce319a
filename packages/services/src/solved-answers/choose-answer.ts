import { detectAutoMail } from "@otai/text/auto-mail";
import { wordEditDistance } from "../reply/edit-distance.ts";
import { sharedStems, wordsOf } from "../reply/terms.ts";
import { ownAnswer } from "./own-answer.ts";
import type { SolvedTicket } from "./solved-ticket.ts";

const leastWords = 6;
/** More of it changed, and it is a person's letter. */
const mostEdited = 0.5;
const citationMark = / \[\d{1,2}\]/;

/**
 * The last thing that an agent said about the customer's matter: no question back, no farewell, no automatic answer and no draft of
 * ours, sent as it was or with a few words changed. `null` when there is none.
 */
export function chooseAnswer(
  { subject, messages, customerName }: SolvedTicket,
  drafts: readonly string[],
): string | null {
  const first = messages.findIndex(({ role }) => role === "customer");
  if (first < 0) return null;
  const asked = `${subject}\n${messages.flatMap(({ role, text }) => (role === "customer" ? text : [])).join("\n")}`;
  for (const { role, text } of messages.slice(first + 1).toReversed()) {
    if (role !== "agent" || isMachineMade(text, subject, drafts)) continue;
    const answer = ownAnswer(text, customerName);
    if (wordsOf(answer).length >= leastWords && sharedStems(asked, answer) > 0) return answer;
  }
  return null;
}

function isMachineMade(text: string, subject: string, drafts: readonly string[]): boolean {
  if (citationMark.test(text) || detectAutoMail({ subject, body: text }) !== null) return true;
  return drafts.some((draft) => wordEditDistance(draft, text) <= mostEdited);
}
