import type { Urgency } from "@otai/service-api/urgency";

interface Signal {
  readonly name: string;
  readonly raisesTo: Urgency;
  readonly pattern: RegExp;
}

/**
 * Hard signals only: what stops a business or endangers somebody. The word "urgent" alone is weak evidence and is left to the
 * model. Patterns are plain alternations without nested repetition, so they run in linear time.
 */
const signals: readonly Signal[] = [
  {
    name: "safety",
    raisesTo: "critical",
    pattern:
      /\b(caught fire|catching fire|on fire|smoke is coming|electric shock|got injured|brennt|in brand geraten|stromschlag|rauch steigt|verletzt worden|prend feu|choc électrique|en llamas|descarga eléctrica)\b/iu,
  },
  {
    name: "security",
    raisesTo: "critical",
    pattern:
      /\b(been hacked|was hacked|got hacked|data breach|data leak|unauthori[sz]ed (?:login|access|transaction)|gehackt|datenleck|datenpanne|fremder zugriff|unbefugter zugriff|piraté|fuite de données|hackeado|acceso no autorizado)\b/iu,
  },
  {
    name: "outage",
    raisesTo: "high",
    pattern:
      /\b(complete outage|total outage|production is down|system is down|service is down|nobody can (?:work|log ?in)|all users are affected|komplettausfall|totalausfall|system steht|nichts geht mehr|alle (?:nutzer|mitarbeiter|kollegen) (?:sind )?betroffen|panne générale|caída total)\b/iu,
  },
];

/** The strongest hard signal in a text, or `null`. Rules may only raise an urgency, never lower it. */
export function findUrgencySignal(
  text: string,
): { urgency: Urgency; signal: string; start: number; end: number } | null {
  for (const { name, raisesTo, pattern } of signals) {
    const found = pattern.exec(text);
    if (found !== null)
      return { urgency: raisesTo, signal: name, start: found.index, end: found.index + found[0].length };
  }
  return null;
}
