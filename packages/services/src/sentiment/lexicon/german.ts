import { germanService } from "./german-service.ts";
import { germanTone } from "./german-tone.ts";
import type { LexiconSource } from "./lexicon-source.ts";

export const german: LexiconSource = {
  language: "de",
  functionWords: `der die das den dem des ein eine einen einem einer und oder aber ist sind war waren sein bin ich du er sie es wir ihr mein meine meinen meiner mich
    mir uns euch ihnen ihre ihren ihrem dein unser unsere nicht kein keine auf aus bei mit nach seit von vor zu zum zur im ins am an für über unter um wie was wann wo
    wer warum haben habe hat hatte werden wird wurde kann können konnte soll sollte möchte muss bitte noch schon auch nur sehr dass wenn weil als dann hier dort immer wieder jetzt alles`,
  tone: [germanTone, germanService],
  courtesies: `dank danke dankeschön vielen_dank besten_dank herzlichen_dank toll super schön`,
  thanks: `dank danke dankeschön`,
  requests: `bitte bitten können_sie könnten_sie kann_ich könnte_ich könnt_ihr kannst_du ich_brauche wir_brauchen ich_benötige wir_benötigen benötige ich_möchte wir_möchten ich_würde_gern
    ich_würde_gerne wir_würden wie_kann wie_komme geben_sie`,
  questionOpeners: `wie was wann wo welche welcher welches wer wem kann können könnte könnten könnt darf dürfen ist sind gibt hat haben wird werden würde würden muss müssen soll sollen`,
  negations: `nicht kein keine keinen keinem keiner nie niemals nichts ohne weder kaum nirgends nirgendwo nix`,
  intensifiers: `sehr echt wirklich total absolut völlig komplett extrem unglaublich richtig so besonders äußerst wahnsinnig mega mehr_als vollkommen überaus zutiefst dermaßen derart`,
  diminishers: `etwas bisschen wenig leicht ziemlich eher relativ halbwegs teilweise fast beinahe einigermaßen`,
  contrasts: `aber jedoch allerdings doch obwohl trotzdem leider`,
  negatesBackwards: true,
  triggers: [
    [
      "legal",
      `anwalt anwalts anwälte anwältin rechtsanwalt* rechtsanwält* anwaltlich* rechtliche_schritte rechtlichen_schritte rechtsweg verklag* klage_einreichen klagen gericht gerichtlich* anzeige_erstatten
      strafanzeige anzeigen verbraucherzentrale verbraucherschutz schlichtungsstelle ombudsmann aufsichtsbehörde datenschutzbehörde bundesnetzagentur
      bafin polizei mahnbescheid juristisch* vertragsbruch schadensersatz schadenersatz`,
    ],
    [
      "churn",
      `kündige kündigen kündigt kündigung* gekündigt stornier* stornierung* abbestell* konto_löschen konto_schließen vertrag_beenden vertrag_auflösen
      kunde_verloren
      kunden_verloren als_kunden_verloren als_kunde_verloren als_kundin_verloren bestelle_nie nie_wieder_bestellen nie_wieder nie_mehr zurücktreten rücktritt widerruf* nicht_verlängern trete_zurück`,
    ],
    [
      "rival",
      `anbieter_wechseln wechsle_ich wechseln_wir wechsel_zu zur_konkurrenz konkurrenz anderen_anbieter anderer_anbieter mitbewerber* anderen_dienstleister anderswo_hin`,
    ],
    [
      "refund",
      `rückerstatt* erstatt* zurückerstatt* geld_zurück geld_wieder zurückzahl* rückzahlung* rückbuch* zurückbuch* gutschrift* entschädig* lastschrift_zurück kompensation zahlung_einstellen`,
    ],
    [
      "public",
      `bewertung_schreiben schlechte_bewertung negative_bewertung bewertung_abgeben öffentlich_machen öffentlichkeit presse zeitung journalist* twitter facebook instagram
      linkedin trustpilot google_bewertung soziale_medien sozialen_medien social_media andere_warnen jeden_warnen bewertungsportal*`,
    ],
    [
      "superior",
      `vorgesetzt* chef chefin geschäftsführ* geschäftsleitung teamleit* abteilungsleit* vorstand eskalier* eskalation verantwortlichen_sprechen management höhere_stelle`,
    ],
    [
      "anger",
      `unverschämt* frechheit* inakzeptab* unakzeptab* nicht_akzeptabel nicht_hinnehmbar unzumutbar* zumutung skandal* betrug betrüger* abzocke* ungeheuerlich* unfassbar*
      empört* wütend* stinksauer stocksauer reicht_es reichts reicht_mir schnauze_voll nase_voll geduld_am_ende geduld_ist_am_ende keine_geduld lächerlich* saftladen
      inkompeten* katastroph* verarsch* vertrauen_verloren unter_aller_sau schlechteste_service schlechtester_service werde_ignoriert werden_ignoriert dreist*`,
    ],
    [
      "repeated",
      `zum_dritten_mal dritten_mal dritte_mal vierten_mal fünften_mal zum_wiederholten_mal wiederholt schon_wieder immer_noch_keine_antwort immer_noch_nicht noch_immer_nicht keine_reaktion
      niemand_antwortet keiner_antwortet niemand_meldet keiner_meldet mehrfach mehrmals seit_wochen seit_monaten letzte_mahnung letzte_warnung letzte_chance
      letztmalig letzte_mal immer_wieder wie_oft_noch`,
    ],
    [
      "deadline",
      `sofort umgehend unverzüglich bis_morgen innerhalb_von_24_stunden frist fristsetzung ansonsten andernfalls verlieren_kunden verlieren_geld nicht_arbeiten produktion_steht`,
    ],
    [
      "harmless",
      `kündigungsfrist* passwortmanager stornierungsbedingungen mein_chef meine_chefin mein_vorgesetzter meine_teamleitung unsere_geschäftsleitung
      unser_management ab_sofort`,
    ],
  ],
  reassurances: `nicht kein_grund keinen_grund nicht_vor keine_absicht brauche_nicht brauchen_nicht muss_nicht müssen_nicht will_nicht wollen_nicht möchte_nicht möchten_nicht
    werde_nicht werden_nicht ohne_zu statt keine kein keinen nie`,
};
