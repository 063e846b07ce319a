import type { HandoffTopic } from "@otai/service-api/reply-draft";

export interface Handoff {
  readonly topic: HandoffTopic;
  /** For the agent, one sentence. */
  readonly reason: string;
}

const reasons: Readonly<Record<HandoffTopic, string>> = {
  self_harm: "The customer may be in danger: a person has to answer at once",
  legal_threat: "The customer mentions legal steps: a person has to answer",
  security_incident: "The customer reports a security incident: hand over to whoever handles those",
  data_request: "The customer asks for their personal data or its erasure: a legal deadline may run",
};

/** In English and German; what a customer asks *about* (how to delete an account) is no such case. */
const patterns: readonly (readonly [topic: HandoffTopic, pattern: RegExp])[] = [
  [
    "self_harm",
    /\b(?:kill(?:ing)? myself|end(?:ing)? my (?:own )?life|suicid(?:e|al)|(?:hurt|harm)(?:ing)? myself|self[- ]harm|don't want to live|want to die|take my own life)\b/i,
  ],
  [
    "self_harm",
    /\b(?:(?:mich|mir) (?:selbst )?(?:umbringen|das leben nehmen|etwas antun)|selbstmord|suizid\w*|nicht mehr leben|bringe mich um|mich selbst verletz\w*)/i,
  ],
  [
    "legal_threat",
    /\b(?:(?:my|our|a) (?:lawyer|attorney|solicitor|legal team|barrister)|(?:take|taking|pursue|consider(?:ing)?|start) legal (?:action|steps)|legal proceedings|(?:will|going to|gonna|'ll) sue\b|sue (?:you|your)|small claims|see you in court|take (?:you|this) to court|press charges|(?:file|filing) a (?:lawsuit|complaint with the (?:police|regulator|ombudsman)))\b/i,
  ],
  [
    "legal_threat",
    /\b(?:(?:mein(?:en?|em)?|unser(?:en?|em)?|einen?) (?:rechts)?anw(?:alt|ältin)|rechtliche[rn]? schritte|rechtsweg|klage (?:ein|gegen)|verklag\w*|vor gericht|strafanzeige|anzeige (?:erstatten|gegen)|verbraucherzentrale|schlichtungsstelle|abmahnung)/i,
  ],
  [
    "security_incident",
    /\b(?:(?:been|was|got|is|were) (?:\w+ )?(?:hacked|compromised|breached)|hacked (?:into )?my|data (?:breach|leak)|security (?:breach|incident|hole|vulnerability)|(?:someone|somebody|a stranger|hackers?) (?:\w+ ){0,3}(?:into|access(?:ed)?(?: to)?|stole|took over|using) (?:my|our) (?:\w+ )?(?:account|profile|login|password|identity|data|e-?mails?|mailbox|server)|identity theft|stolen (?:credentials|password|identity)|ransomware|phishing)\b/i,
  ],
  [
    "security_incident",
    /\b(?:(?:account|konto|zugang|postfach)\w* (?:\w+ ){0,3}(?:gehackt|kompromittiert)|gehackt worden|wurde(?:n)? gehackt|datenleck|datenpanne|sicherheits(?:vorfall|lücke)|identitätsdiebstahl|phishing|jemand (?:\w+ ){0,3}(?:fremdes )?(?:zugriff|eingeloggt|angemeldet)|unbefugte\w* zugriff)/i,
  ],
  [
    "data_request",
    /\b(?:gdpr|ccpa|data (?:subject|protection) (?:access )?request|subject access request|right to (?:be forgotten|erasure|access)|article 1[57]\b|(?:delete|erase|remove) (?:all (?:of )?)?(?:my|our) (?:personal )?(?:data|information)|(?:copy of|all|export) (?:all )?(?:the )?(?:personal )?data you (?:have|hold|store|keep)|what (?:personal )?data (?:do )?you (?:have|hold|store|keep))\b/i,
  ],
  [
    "data_request",
    /\b(?:ds-?gvo|datenauskunft|auskunft (?:\w+ ){0,4}(?:daten|art)|art(?:ikel|\.)? ?1[57]\b|recht auf (?:löschung|auskunft|vergessenwerden)|(?:löschung|auskunft) (?:aller |all |über )?(?:meiner|meine|unserer) (?:personenbezogenen |persönlichen )?daten|(?:alle )?meine (?:personenbezogenen |persönlichen |gespeicherten )?daten (?:\w+ )?lösch\w*|welche daten (?:sie|ihr) (?:\w+ )?(?:über|von) (?:mich|mir))/i,
  ],
];

/** The first topic, gravest first, that no draft may be written about; `null` for ordinary texts. */
export function findSensitiveTopic(text: string): Handoff | null {
  const plain = text.replaceAll("’", "'");
  const topic = patterns.find(([, pattern]) => pattern.test(plain))?.[0];
  return topic === undefined ? null : { topic, reason: reasons[topic] };
}
