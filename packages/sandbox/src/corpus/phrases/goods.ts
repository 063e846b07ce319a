/**
 * What Brambelwerk, an invented mail-order house, sells: connected things for house and garden, the Brambel app with
 * its plans, and a till for partner shops. The names are the same in every language.
 */
export const PRODUCTS: readonly string[] = [
  "Tauperle 2",
  "Tauperle Mini",
  "Glimmbox",
  "Glimmbox Pro",
  "Fennek",
  "Fennek Duo",
  "Wattelo",
  "Wattelo S",
  "Saatkiste L",
  "Saatkiste XL",
  "Dampfhans",
  "Ofenwicht",
  "Murmel",
  "Murmel Plus",
  "Kornella 400",
  "Mostrella",
  "Laubfrosch",
  "Igelbau",
  "Nebelkrähe",
  "Quirlix",
  "Sturmkauz",
  "Moosbert",
  "Zapfino",
  "Kassette 3",
  "Kassette Go",
];
export const PLANS: readonly string[] = ["Basic", "Plus", "Family", "Business", "Partner"];
export const CARRIERS: readonly string[] = ["Flinkpost", "Paketo", "NordKurier", "Botenwerk", "Trabant Logistics"];
export const ERROR_CODES: readonly string[] = [
  "E-101",
  "E-114",
  "E-207",
  "E-233",
  "E-310",
  "E-404",
  "E-418",
  "E-502",
  "E-660",
  "BX-12",
  "BX-17",
  "BX-31",
  "NET-8",
  "NET-14",
  "SYNC-3",
  "AUTH-9",
];
