import { foldBlanks } from "@otai/text/clean";
import { findPersonalData } from "@otai/text/personal-data";
import { replyText } from "@otai/text/prepare";
import { splitSentences } from "../reply/sentences.ts";
import { wordsOf } from "../reply/terms.ts";

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|moin|servus|liebe[rs]?|sehr geehrte[rs]?)(?: [\p{L}.'’-]{1,30}){0,5} ?(?:[,!.:]|\n|$)\s*/iu;
/** Below the message, with nothing that closes it: the name of a person, a team or a company. */
const lastLine = /\n\n(?:[\p{L}.&’'-]+ ?){1,4}$/u;
/** Words about the letter and the ticket, which answer nothing. */
const courtesy =
  /^(?:many )?(?:thanks?|thank you|you(?:'re| are) (?:very )?welcome|(?:I am|I'm|I was|we are|we're) (?:very )?(?:glad|happy|sorry|closing)|glad |happy |sorry |please (?:write|contact|reply|let (?:us|me)|do not hesitate|don't hesitate)|just reply|is there anything|if (?:you have|there are|anything)|have a |vielen dank|besten dank|danke|gern geschehen|gerne|es freut|(?:ich|wir) (?:freue|schließe|bitte)|tut (?:mir|uns)|bitte (?:melden|schreiben|antworten)|kann ich sonst|falls (?:sie|du)|bei (?:weiteren )?fragen|einen schönen|schönen tag)/i;
/** Numbers of orders, invoices and customers belong to one ticket. */
const identifier = /\b\p{L}{1,5}-?\d[\p{N}-]{3,}\b|\b\d{5,}\b|#\d{3,}/u;

/**
 * What others may learn from an agent's message: without greeting, quotation, signature and courtesies, without every sentence that
 * asks back, names the customer or holds something that belongs to this ticket only. "" when nothing is left.
 */
export function ownAnswer(message: string, customerName: string | null): string {
  const text = replyText(message).replace(greeting, "").replace(lastLine, "").trim();
  const names = nameWords(customerName);
  let kept = "";
  let at = 0;
  for (const { text: sentence, start, end } of splitSentences(text)) {
    kept += text.slice(at, start);
    at = end;
    if (!isPrivate(sentence, names) && !courtesy.test(sentence) && !sentence.endsWith("?")) kept += sentence;
  }
  return foldBlanks(kept).trim();
}

function isPrivate(sentence: string, names: ReadonlySet<string>): boolean {
  if (identifier.test(sentence) || findPersonalData(sentence).length > 0) return true;
  return names.size > 0 && wordsOf(sentence).some((word) => names.has(word));
}

function nameWords(name: string | null): ReadonlySet<string> {
  return new Set(wordsOf(name ?? "").filter((word) => word.length > 2));
}
