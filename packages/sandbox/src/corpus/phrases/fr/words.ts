import { parseLists } from "../../parse-phrases.ts";
import { WORD_LISTS } from "../manner-lists.ts";

export const words = parseLists(
  WORD_LISTS,
  `
= job
- Gérante
- Comptabilité
- Responsable des achats
- Assistant de direction
= weekday
- lundi
- mardi
- mercredi
- jeudi
- vendredi
- samedi
= month
- janvier
- février
- mars
- avril
- mai
- juin
- juillet
- août
- septembre
- octobre
- novembre
- décembre
= part
- joint
- bloc d'alimentation
- couvercle
- capteur d'humidité
- câble
- broyeur
- support mural
= colour
- vert mousse
- ardoise
- crème
- cuivre
= device
- mon téléphone Android
- ma tablette
- un ordinateur portable
`,
);
