import type { Urgency } from "@otai/service-api/urgency";

interface Pattern {
  readonly name: string;
  readonly raisesTo: Urgency;
  readonly phrases: RegExp;
}

/** Whole words of any script: `\b` ends a word before an `é`. */
function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives.join("|")})(?![\p{L}\p{N}])`, "iu");
}

/**
 * Hard signals only: what stops a business or endangers somebody. The word "urgent" alone is weak evidence and is left to the
 * model. Patterns are plain alternations without nested repetition, so they run in linear time.
 */
const patterns: readonly Pattern[] = [
  {
    name: "safety",
    raisesTo: "critical",
    phrases: words(
      "caught fire|catching fire|(?:is|was) on fire|burst into flames|smoke is coming|electric shock|got injured",
      "es brennt|in brand geraten|feuer gefangen|stromschlag|rauch steigt|verletzt worden",
      "prend feu|choc électrique|en llamas|descarga eléctrica",
    ),
  },
  {
    name: "security",
    raisesTo: "critical",
    phrases: words(
      "been hacked|was hacked|got hacked|data breach|data leak|unauthori[sz]ed (?:login|access|transaction)",
      "gehackt|datenleck|datenpanne|fremder zugriff|unbefugter zugriff",
      "piraté|fuite de données|hackeado|acceso no autorizado",
    ),
  },
  {
    name: "outage",
    raisesTo: "high",
    phrases: words(
      "complete outage|total outage|(?:production|system|service) is down|nobody can (?:work|log ?in)|all users are affected",
      "komplettausfall|totalausfall|system steht|nichts geht mehr|alle (?:nutzer|mitarbeiter|kollegen) (?:sind )?betroffen",
      "panne générale|caída total",
    ),
  },
  {
    name: "a lost payment",
    raisesTo: "high",
    phrases: words(
      "(?:payment|transfer|money) (?:is|was|has|got) (?:been )?(?:lost|gone|missing|vanished|disappeared)",
      "(?:zahlung|überweisung|geld) ist (?:weg|verschwunden|verloren|nicht auffindbar)",
    ),
  },
  {
    name: "a deadline",
    raisesTo: "high",
    phrases: words(
      "deadline is (?:today|tonight|tomorrow)|due (?:today|tonight|tomorrow)|by (?:end of (?:the )?(?:day|business)|eod|tonight|tomorrow)",
      "(?:spätestens|bis) (?:heute|morgen) (?:früh|mittag|nachmittag|abend)|spätestens (?:heute|morgen)|frist (?:endet|läuft) (?:heute|morgen)",
    ),
  },
];

/** Customers whose every ticket is at least of high urgency. */
const importantTiers = ["enterprise", "vip"];

export interface UrgencySignal {
  readonly raisesTo: Urgency;
  /** In words for people. */
  readonly sign: string;
}

/** The strongest hard signal in a text or in who wrote it, or `null`. Rules may only raise an urgency, never lower it. */
export function findUrgencySignal(text: string, tier: string | null = null): UrgencySignal | null {
  for (const { name, raisesTo, phrases } of patterns) {
    const found = phrases.exec(text)?.[0];
    if (found !== undefined) return { raisesTo, sign: `A sign of ${name}: "${found}"` };
  }
  if (tier === null || !importantTiers.includes(tier.toLowerCase())) return null;
  return { raisesTo: "high", sign: `A customer of the tier ${tier.toLowerCase()}` };
}
