import type { PromiseRules } from "./promises.ts";

const done =
  "eskaliert|erstattet|zurückerstattet|rückerstattet|storniert|gekündigt|veranlasst|ausgestellt|gutgeschrieben|bearbeitet|zurückgesetzt|entsperrt|" +
  "reaktiviert|aktiviert|deaktiviert|gelöscht|entfernt|versandt|verschickt|versendet|gesendet|geschickt|weitergeleitet|behoben|gelöst|geschlossen|" +
  "aktualisiert|geändert|verlängert|angepasst|genehmigt|überwiesen|bestellt|ersetzt|gebucht|informiert|kontaktiert|erstellt|angelegt|gemeldet|" +
  "geprüft|überprüft|untersucht|korrigiert|eingeleitet|übergeben|ausgelöst|hinterlegt|beauftragt|freigeschaltet|freigegeben|bestätigt|gestartet";
const soon =
  "(?:\\d{1,4}|eine[mnrs]?|einen|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|zwölf|vierzehn)(?:\\s?(?:-|–|bis|oder)\\s?\\d{1,3})?[\\s-](?:(?:weiteren?|vollen?) )?(?:minuten?|stunden?|(?:werk|arbeits|bank|kalender)?tag(?:en|e|s)?|wochen?|monat(?:en|e|s)?|jahr(?:en|e|es)?)";
const months = "januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember";
const weekday = "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)";
// `\b` knows no umlauts.
const from = "(?<![\\p{L}\\p{N}])";
const to = "(?![\\p{L}\\p{N}])";
const rule = (pattern: string): RegExp => new RegExp(`${from}(?:${pattern})${to}`, "iu");

/** As in English; linear, since gaps are bounded. */
export const promisesDe: PromiseRules = {
  action_done: [
    rule(
      `(?:ich|wir|mein kollege|meine kollegin|unser team) (?:habe|haben|hat|hatte|hatten)(?: [\\p{L}\\p{N},-]+){0,8} (?:${done})`,
    ),
    rule(`(?:habe|haben) (?:ich|wir)(?: [\\p{L}\\p{N},-]+){0,8} (?:${done})`),
    rule(`(?:wurde|wurden)(?: [\\p{L}\\p{N},-]+){0,6} (?:${done})`),
    rule(`(?:ist|sind)(?: [\\p{L}\\p{N},-]+){0,6} (?:${done}) worden`),
    rule("(?:ist|sind) (?:bereits )?(?:unterwegs|auf dem weg|in bearbeitung|erledigt)"),
  ],
  commitment: [
    rule("(?:ich|wir|unser team|ein kollege|eine kollegin|jemand) (?:werde|werden|wird)"),
    rule("(?:werde|werden) (?:ich|wir)"),
    rule(
      "(?:sie|du) (?:erhalten|erhältst|bekommen|bekommst) (?:von uns|ihr geld|dein geld|eine (?:gutschrift|erstattung|rückerstattung|entschädigung)|den betrag|einen gutschein)",
    ),
    rule("(?:garantieren|garantiere|versprechen|verspreche|versichere|versichern|zusichern)(?: (?:ihnen|dir))?"),
    rule(
      "(?:wir|ich) (?:erstatten|erstatte|kümmern uns|kümmere mich|melden uns|melde mich|senden|sende|schicken|schicke|leiten|leite|veranlassen|veranlasse|prüfen|prüfe)",
    ),
  ],
  deadline: [
    rule(soon),
    rule(`(?:am|bis|ab|nächsten|kommenden|diesen) ${weekday}`),
    rule(
      "heute|morgen|übermorgen|(?:diese|nächste|kommende)[rn]? (?:woche|monat|jahr)|(?:nächsten|kommenden|diesen) monat|ende (?:der|des) (?:woche|tages|monats)|umgehend|sofort|unverzüglich|in kürze|demnächst|schnellstmöglich|so schnell wie möglich",
    ),
    rule(`\\d{1,2}\\. ?(?:${months})`),
    rule("\\d{1,2}\\.\\d{1,2}\\.(?:\\d{2,4})?"),
  ],
  amount: [rule("\\d[\\d.,]{0,15} ?(?:euro|eur|franken|chf|cent)")],
  discount: [
    rule(
      "rabatte?|rabattcode|gutscheine?n?|gutscheincode|nachlass|preisnachlass|entschädigung|kulanz|kulanterweise|kostenlos(?:e[mnrs]?)?|gratis|geschenkt|geschenkkarte|freimonat",
    ),
    rule("\\d{1,3} ?(?:%|prozent) (?:rabatt|nachlass|günstiger)"),
  ],
  legal_advice: [
    rule(
      "rechtlich(?:e[mnrs]?)?(?: \\p{L}+)?|rechtsanspruch|rechtsberatung|gesetzlich(?:e[mnrs]?)?|schadens?ersatz|haften|haftung|haftbar|klage|verklagen|anwalt|anwältin|vertragsbruch|ihr gutes recht|haben (?:sie )?(?:ein )?(?:recht|anspruch) auf",
    ),
  ],
  medical_advice: [
    rule(
      "diagnose|dosis|dosierung|\\d+ ?mg|medikamente?n?|arznei(?:mittel)?|symptome?n?|(?:ihren|einen|deinen) arzt|ihre ärztin|nebenwirkungen?|schmerzmittel",
    ),
  ],
  fault: [
    rule(
      "(?:unser|mein) (?:\\p{L}+ )?(?:fehler|versäumnis|verschulden)|(?:unsere|meine) schuld|fehler (?:auf|von|bei) (?:unserer|uns|unserem)(?: seite)?|(?:wir|ich) (?:haben|habe) (?:einen|den) fehler|(?:wir|ich) (?:sind|bin) (?:schuld|verantwortlich|haftbar)|von uns verschuldet|wir übernehmen (?:die )?(?:volle )?verantwortung",
    ),
  ],
  other_customer: [
    rule(
      "(?:ein |eine |einem |einer )?(?:andere[mnrs]?|weitere[nr]?|viele[nr]?|mehrere[nr]?|einige[nr]?|zahlreiche[nr]?) (?:unserer )?(?:kund(?:e|en|in|innen)|nutzer(?:n|in|innen)?|anwender(?:n|in|innen)?)",
    ),
  ],
};
