/** Phrases above a name at the end of a mail, by language, in lower case, separated by bars. */
const PHRASES = {
  en: [
    "all the best|yours|yours sincerely|sincerely|sincerely yours|yours faithfully|yours truly|cheers|",
    "many thanks|thanks|thanks a lot|thank you|thank you very much|thanks in advance|thank you in advance|best|br|kr",
  ],
  de: [
    "vielen dank|vielen dank im voraus|besten dank|herzlichen dank|danke|danke im voraus|hochachtungsvoll|mfg|lg|vg",
  ],
  fr: ["cordialement|bien cordialement|très cordialement|bien à vous|merci|merci d'avance|merci beaucoup|cdt|cdlt"],
  es: [
    "saludos cordiales|un saludo|un cordial saludo|atentamente|muy atentamente|gracias|muchas gracias|",
    "gracias de antemano|reciba un cordial saludo",
  ],
};

const CLOSINGS: ReadonlySet<string> = new Set(Object.values(PHRASES).flatMap((rows) => rows.join("").split("|")));
const MAX_LENGTH = 90;

/** "Best regards", "Viele Grüße, Mara Beispiel": the phrase alone, or with at most four words of a name behind a comma. */
export function isClosing(line: string): boolean {
  if (line.length > MAX_LENGTH || line === "") return false;
  const words = line.trim().toLowerCase();
  const comma = words.indexOf(",");
  if (comma > 0 && comma < words.length - 1) {
    const name = words.slice(comma + 1).trim();
    return isPhrase(words.slice(0, comma)) && name.split(" ").length <= 4;
  }
  return isPhrase(words.replace(/[,.!;: ]{1,5}$/, ""));
}

/** Whatever comes before, "many regards" and "sonnige Grüße" close a letter. */
const LAST_WORDS: ReadonlySet<string> = new Set(
  "regards wishes grüße grüsse grüßen grüssen gruß gruss salutations saludos".split(" "),
);

function isPhrase(words: string): boolean {
  if (CLOSINGS.has(words)) return true;
  const list = words.split(" ");
  return list.length <= 5 && LAST_WORDS.has(list[list.length - 1]!);
}
