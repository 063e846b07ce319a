import { cleanText } from "@otai/text/clean";

const gap = "(?:[\\p{L}'’]+[ ,]+){0,5}";
const orders = [
  // "ignore my previous message" is what customers write; instructions, prompts and rules are not theirs to ignore.
  `(?:ignore|disregard|forget|override|bypass|skip|drop) ${gap}(?:instructions?|prompts?|guidelines|rules|directives|safeguards|programming|guardrails)`,
  `(?:ignorier\\w*|vergiss|vergessen sie|missachte\\w*|umgeh\\w*|überschreib\\w*) ${gap}(?:anweisungen?|instruktionen|vorgaben|regeln|prompts?|richtlinien|befehle)`,
  `(?:ignore[zr]?|oublie[zr]?|ne tenez pas compte) ${gap}(?:instructions?|consignes|règles|directives)`,
  `(?:ignor[ae]r?|olvid[ae]|omit[ae]|descart[ae]) ${gap}(?:instrucciones|reglas|indicaciones|órdenes)`,
  `(?:ignor[ai]|dimentica|trascura) ${gap}(?:istruzioni|regole|indicazioni)`,
  `(?:reveal|print|show|repeat|output|leak|display|tell me|give me|zeig\\w*|nenn\\w*|verrate\\w*|wiederhole\\w*|gib|montre\\w*|révèle\\w*|muestra|revela) ${gap}(?:system ?prompts?|systemprompt|hidden (?:prompt|instructions)|initial (?:prompt|instructions)|your (?:prompt|instructions)|(?:deine|ihre) (?:anweisungen|instruktionen)|(?:tes|vos) instructions|(?:tus|sus) instrucciones)`,
  `(?:you are|act|behave|respond|pretend) ${gap}(?:now|as|to be|like) ${gap}(?:ai|assistant|chatbot|bot|dan|unrestricted|jailbroken|developer|admin|administrator|system|root)`,
  "(?:du bist|sie sind) (?:jetzt|ab jetzt|nun) (?:ein|eine|der|die|kein)",
  "(?:ignore|disregard|forget|skip|ignorier\\w*|vergiss) (?:(?:the|all|any|everything|alles|den|das|die|what|was) ){1,3}(?:text |content |words |message )?(?:above|before|prior|said|davor|bisher|oben)",
  "(?:developer|debug|god|jailbreak|dan|admin|maintenance|unrestricted) mode",
  "(?:new|updated|neue|geänderte|nouvelles|nuevas) (?:system )?(?:instructions?|anweisungen|instrucciones) ?:",
  "(?:as|to) an? (?:ai|language model|llm)\\b",
  "(?:note|attention|message|instructions?|important|hinweis|anweisung|nachricht) (?:to|for|an|für) (?:the |die |den |das )?(?:ai|llm|assistant|model|bot|chatbot|ki|assistenten?|sprachmodell)",
  "(?:respond|reply|answer|antworte) (?:only |nur )?(?:with|mit) (?:exactly|only|the (?:word|following)|genau|dem wort)",
  "prompt[- ]injection|system override|(?:dear|hey|hello|liebe[rs]?|hallo) (?:ai|ki|llm|chatbot|assistant|language model|sprachmodell)(?![\\p{L}\\p{N}])",
  "(?:wichtig|important) (?:für|for) (?:die|the) (?:ki|ai)(?![\\p{L}\\p{N}])",
  "(?:automat(?:ic|ed)|automatische|ai|ki)[- ](?:systems?|systeme|agents?) (?:must|should|have to|müssen|sollen)",
];
const order = new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${orders.join("|")})`, "iu");
/** Forms in which models are addressed, as opposed to words. */
const forms: readonly RegExp[] = [
  /<\|[a-z_]{2,20}\|>|<\/?(?:system|assistant|instructions?|im_start|im_end)>|\[\/?(?:INST|SYSTEM)\]|<<\/?SYS>>/i,
  /"role" ?: ?"(?:system|assistant|developer)"|BEGIN (?:SYSTEM|NEW) (?:PROMPT|INSTRUCTIONS)/i,
  /^[ \t]*(?:system|assistant|developer) (?:prompt|message|note) ?:/im,
  // "System: Windows 11" is what customers write.
  /^[ \t]*(?:#{1,6} ?|[([]{1,2})?(?:system|assistant|developer) ?:[^\n]{0,80}\b(?:classifier|assistant|ai|model|reply|respond|answer|you (?:are|must|will|should)|instructions?|override|disregard|ignore|forget|classify|approved?)\b/im,
  /(?:^|[|([])[ \t]*(?:AI|KI|LLM)(?:[- ](?:agents?|systeme?|systems?|assistants?|assistent(?:en)?))? ?:/im,
];

const encoded = /[A-Za-z0-9+/]{32,4000}={0,2}/g;
const mostEncoded = 20;

/**
 * The words by which a text speaks to a model instead of to a person, plain or in base64; `null` for an ordinary text. Texts are
 * quoted or delimited all the same: this only decides that a person should look. Linear: every gap is bounded.
 */
export function findInjection(text: string): string | null {
  const plain = cleanText(text.normalize("NFKC"));
  const texts = [plain];
  for (const blob of (plain.match(encoded) ?? []).slice(0, mostEncoded)) {
    texts.push(Buffer.from(blob, "base64").toString("utf8"));
  }
  for (const pattern of [order, ...forms]) {
    for (const candidate of texts) {
      const found = pattern.exec(candidate);
      if (found !== null) return found[0];
    }
  }
  return null;
}
