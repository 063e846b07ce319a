/** Capitalised words that stand where names do and are none: whom one greets, who signs, what one is, and how sentences begin. */
const OTHERS = `
mr mrs ms mx miss dr prof mme mlle sr sra hr fr dhr mevr welt world
all alle allen team teams support service services customer customers client clients sir sirs madam madame everyone everybody folks guys friend
friends colleague colleagues helpdesk desk admin admins administrator administrators there again sales help office company ltd limited inc
llc corp plc gmbh ag kg ug ohg gbr mbh se co sarl sas sa srl bv nv department group university school manager director engineer developer officer
student owner head lead president ceo cto cfo coordinator consultant assistant partner user member you your we the this that it my our his her in
on at to for from of and or not no yes if when what why how please thanks thank hi hello dear best kind regards wishes yours sincerely cheers
damen herren herr herrn frau kunde kunden kundin kundinnen kundenservice kundendienst kollege kollegen kollegin kolleginnen zusammen leute freunde
mitarbeiter mitarbeiterin firma doktor professor professorin direktor direktorin minister ministerin präsident präsidentin bürgermeister chef chefin
leiter leiterin inhaber inhaberin mieter mieterin mitglied nutzer nutzerin benutzer anwender anwenderin neukunde lehrer lehrerin ihr ihre ihrem euer
eure dein deine mein meine unser unsere der die das ein eine ich wir sie es er du und oder aber nicht bitte danke dank vielen viele liebe lieber grüße
grüßen grüsse grüssen gruß gruss freundliche freundlichen mit beste besten herzliche herzlichen hallo guten moin betreff anfrage frage problem fehler
rechnung bestellung lieferung auftrag vertrag ticket anliegen termin nummer drucker rechner server system konto kennwort passwort anbei
monday tuesday wednesday thursday friday saturday sunday january february march may june july august september october november december
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober dezember
équipe cliente cher chère bonjour monsieur messieurs mesdames merci cordialement vous nous je le la les un une société
equipo señor señora señores cliente clientes estimado estimada gracias saludos hola usted nosotros el los las soporte
team klant klanten klantenservice heer mevrouw dank groet groeten bedankt
microsoft windows outlook office google apple linux android excel word teams zoom chrome firefox adobe internet online mobile cloud`;

const NO_NAMES: ReadonlySet<string> = new Set(OTHERS.trim().split(/\s+/));

/** Words put together from these are offices, departments, jobs and things. */
const NO_NAME_ENDS =
  /(?:team|service|support|desk|center|centre|zentrum|abteilung|dienst|stelle|büro|verwaltung|leiter(?:in)?|berater(?:in)?|manager(?:in)?|ingenieur(?:in)?|techniker(?:in)?|entwickler(?:in)?|inhaber(?:in)?|kund(?:e|in|en)|nummer|schaft|ung|heit|keit|ware|gesellschaft|verein|group|gruppe)$/;

/** May the word, which begins with a capital letter, be part of a person's name? */
export function mayBeName(word: string): boolean {
  if (/^\p{Lu}\.?$/u.test(word)) return true;
  const lower = word.toLowerCase();
  if (NO_NAMES.has(lower) || NO_NAME_ENDS.test(lower)) return false;
  // "IT", "HR", "VPN"
  return word.length > 3 || word !== word.toUpperCase();
}

/** Names that are words besides: alone in a sentence they are rather those. */
const ORDINARY = `
adler bach bank bauer baum becker beck berg best bill bock brand braun brown burger busch case cook day dean engel esser falk feld field fink fischer
fox frank frost fuchs gabler gold grace grant green groß gross grün hahn hand hardy hase hecht herbst hill hirsch hoch holz hope horn hunt jäger jung
kaiser kamp karl keller kern king klein knight koch könig kraft kramer kranz krause kraus kreis krug kunz kurz lang lange lange licht linde link
long love mai major mark marsh masse may meister miller moor moore neu neumann noll nord ost page park paul post price prinz pruss read reich rich
richter ring ritter robin rose roth rot ruhe rush sauer schäfer schiller schmied schneider schulz schuster schwarz seiler short sommer spring
stahl stark stein stern stock stone storm straub summer süß tag tanner taylor thal turner vogel vogt voll voss wagner wald walker walter ward weber
weiß weiss welt west white will winkler winter wirt wolf wolff wood young zander zeller zimmer zimmermann`;
const ORDINARY_WORDS: ReadonlySet<string> = new Set(ORDINARY.trim().split(/\s+/));

/** Long enough, and no ordinary word: wherever it stands in the text, the person is meant. */
export function isTelling(word: string): boolean {
  return word.length >= 3 && /\p{Ll}/u.test(word) && mayBeName(word) && !ORDINARY_WORDS.has(word.toLowerCase());
}
