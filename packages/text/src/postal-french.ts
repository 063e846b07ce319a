import { apart, type PostalForm, town, word } from "./postal-form.ts";

/** France, and French in Belgium and Switzerland. */
export const french: PostalForm = {
  street: new RegExp(
    String.raw`(?<![\p{L}\p{N}.,/-])\d{1,4}(?: ?(?:bis|ter|quater|[A-Da-d])(?!\p{L}))?,? (?:[Rr]ue|[Aa]v(?:enue|\.)|[Bb](?:oulevard|d\.?)|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare|[Pp]assage|[Rr]uelle|[Ff]aubourg) (?:(?:de la|de l['’]|des?|du|d['’]|l['’]|la|le|les|et|sur|à|aux?|en) ?){0,2}${word}(?:[ -](?:(?:de la|des?|du|et|la|le|les) )?${word}){0,3}`,
    "gu",
  ),
  town: new RegExp(
    String.raw`${apart}(?:(?:F|FR|B|BE|CH)[- ])?\d{4,5} ${town}(?: (?:CEDEX|Cedex)(?: \d{1,2})?)?`,
    "yu",
  ),
  plain: /rue|avenue|boulevard/iu,
};
