import { apart, type PostalForm, town, word } from "./postal-form.ts";

const postcode = String.raw`[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![\p{L}\p{N}])`;
const way =
  "Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Boulevard|Blvd|Drive|Dr|Close|Court|Ct|Crescent|Cres|Terrace|Ter|Gardens|Square|Sq|Highway|Hwy|Parkway|Pkwy|Place|Pl|Way|Hill|Row|Mews|Grove|Walk|Circle|Cir|Trail|Quay|Wharf";
const states =
  "A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]";
const flat = String.raw`(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|#)\.? ?#?[\p{L}\p{N}-]{1,6})?`;
/** United Kingdom and the United States. */
export const english: PostalForm = {
  street: new RegExp(
    String.raw`(?<![\p{L}\p{N}.,/-])\d{1,6}[a-zA-Z]? (?:(?:[NSEW]|NE|NW|SE|SW)\.? )?(?:(?:${word}|\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:${way})(?![\p{L}\p{N}])\.?(?: (?:[NSEW]|NE|NW|SE|SW)(?![\p{L}]))?${flat}`,
    "gu",
  ),
  town: new RegExp(
    String.raw`(?:${apart}${town}){1,3}${apart}(?:${postcode}|(?:${states}) \d{5}(?:-\d{4})?(?!\d))|${apart}${postcode}`,
    "yu",
  ),
  plain: /(?:Street|Road|Avenue|Lane|Boulevard|Crescent|Close)(?![\p{L}])[^\n]*$/u,
};
