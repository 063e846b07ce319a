import { apart, type PostalForm, start, town, word } from "./postal-form.ts";

/** Spain. */
export const spanish: PostalForm = {
  street: new RegExp(
    String.raw`${start}(?:(?:[Cc]alle|[Aa]venida|[Aa]vda\.?|[Pp]laza|[Pp]za\.?|[Pp]aseo|[Cc]arrera|[Cc]amino|[Rr]onda|[Tt]ravesía|[Gg]ran [Vv]ía)|C/) ?(?:(?:de la|de los|de las|del|de|la|el|los|las) ){0,2}${word}(?: (?:(?:de la|de|del|y) )?${word}){0,3},? (?:n[.º°o]{1,2} ?)?\d{1,4}(?!\d)(?:,? ?\d{1,2}[.º°ª]{1,2}(?: ?[A-Z0-9ªº]{1,3}|(?: (?:izq|dcha|izda|drcha)\.?))?)?`,
    "gu",
  ),
  town: new RegExp(String.raw`${apart}(?:E-)?\d{5} ${town}`, "yu"),
  plain: /./,
};
