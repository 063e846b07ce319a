import { type ScreeningRules, screenSentence } from "../reply/screen-sentence.ts";

/** Nothing may be linked to. */
const rules: ScreeningRules = { urls: new Set(), allowedHosts: [], bannedWords: [], address: null };
/** Names of hosts and files are addresses too, whatever stands before them. */
const bareHost = /[\p{L}\p{N}-]\.\p{L}{2,}/u;
/** Said to an agent these urge, and are no date for the customer. */
const haste =
  /\b(?:at once|right away|straight ?away|immediately|instantly|shortly|soon|asap|sofort|umgehend|unverzüglich|in kürze|schnellstmöglich|so schnell wie möglich)\b/gi;
const longest = 300;

/**
 * One line of a model's words for people: a reason may repeat what was said in the conversation; advice stands in our own note and
 * must promise nothing and name nobody. `null`: nothing that should be shown.
 */
export function plainLine(text: string, kind: "reason" | "advice"): string | null {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  if (line === "" || line.length > longest || bareHost.test(line)) return null;
  const screened =
    kind === "reason"
      ? screenSentence(line, line, "context", rules)
      : screenSentence(line.replace(haste, ""), "", "solved", rules);
  return screened === null ? line : null;
}
