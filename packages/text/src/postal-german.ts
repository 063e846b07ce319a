import { apart, type PostalForm, start, town, word } from "./postal-form.ts";

const number = String.raw`\d{1,4}(?: ?[a-zA-Z](?![\p{L}\p{N}]))?(?: ?[-–/+] ?\d{1,4}(?: ?[a-zA-Z](?![\p{L}\p{N}]))?)?(?![\p{L}\p{N}])`;
const ahead = `(?:${word} ){0,3}`;

/** Four digits are a year as well, so that they need a street that is surely one. */
const surelyStreet = String.raw`[\p{L}\p{M}.'’-]{0,40}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|gasse|gässli|[Aa]llee|[Cc]haussee|[Dd]amm|promenade)`;
const ends =
  "weg|platz|ring|ufer|steig|pfad|markt|hof|berg|graben|kai|park|wall|zeile|twiete|rain|matte?|halde|winkel|garten|feld|tor|brücke|stieg|gang|bogen|deich|kamp";
const beginnings =
  "Am|An de[rnm]|Auf de[rm]|Beim?|Hinter de[rm]|I[mn]|In de[rn]|Unter den|Vor de[rm]|Zu[mr]|Alte[rns]?|Neue[rns]?|Obere[rns]?|Untere[rns]?";
const apartWords = "Weg|Platz|Ring|Ufer|Allee|Damm|Gasse|Chaussee|Markt|Hof|Berg|Graben|Kai|Wall|Park|Stieg|Steig";
const maybeStreet = String.raw`(?:[\p{L}\p{M}.'’-]{1,40}(?:${ends})|(?:${beginnings})(?: ${word}){1,3}|${word} (?:${apartWords}))`;
/** Germany, Austria, Switzerland. The last: two lines of their own are an address whatever the street is called. */
export const german: readonly PostalForm[] = [
  {
    street: new RegExp(`${start}${ahead}${surelyStreet} ?${number}`, "gu"),
    town: new RegExp(String.raw`${apart}(?:(?:D|DE|A|AT|CH|L|FL)[- ])?\d{4,5} ${town}`, "yu"),
    plain: /./,
  },
  {
    street: new RegExp(`${start}(?:${maybeStreet}) ${number}`, "gu"),
    town: new RegExp(
      String.raw`${apart}(?:(?:D|DE)[- ])?\d{5} ${town}|${apart}(?:A|AT|CH|L|FL)[- ]\d{4} ${town}`,
      "yu",
    ),
    plain: null,
  },
  {
    street: new RegExp(String.raw`(?<=^|\n)[> \t]{0,4}${word}(?: ${word}){0,3} ${number}`, "gu"),
    town: new RegExp(
      String.raw`[, \t]{0,2}\n[> \t]{0,4}(?:(?:D|DE|A|AT|CH)[- ])?\d{4,5} ${town}[ \t,]{0,2}(?=\n|$)`,
      "yu",
    ),
    plain: null,
  },
];
