import { parseLists } from "../../parse-phrases.ts";
import { WORD_LISTS } from "../manner-lists.ts";

export const words = parseLists(
  WORD_LISTS,
  `
= job
- Einkauf
- Buchhaltung
- Assistenz der Geschäftsleitung
- Hausmeister
- Inhaberin
- Küchenchef
- Marktleitung
- EDV
- Büroleitung
= weekday
- Montag
- Dienstag
- Mittwoch
- Donnerstag
- Freitag
- Samstag
= month
- Januar
- Februar
- März
- April
- Mai
- Juni
- Juli
- August
- September
- Oktober
- November
- Dezember
= part
- Ventil
- Netzteil
- Ladegerät
- Scharnier
- Feuchtefühler
- Mahlwerk
- Batteriefach
- Display
- Bedienfeld
- Gehäuse
- Schlauchstück
- Glasgefäß
- Kabel
- Steckerteil
= colour
- Moosgrün
- Schiefer
- Creme
- Kupfer
- Anthrazit
- Pflaume
- Senfgelb
- Birke
= device
- einem Android-Handy
- dem iPhone
- meinem Tablet
- einem Windows-Laptop
- dem MacBook
- einem älteren Tablet
- Linux
`,
);
