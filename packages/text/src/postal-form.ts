/** How addresses are written in a country: a street with its number, what may stand behind it, postcode and town. */
export interface PostalForm {
  readonly street: RegExp;
  /** Behind the street, sticky. */
  readonly town: RegExp;
  /** So plain that it needs no town. */
  readonly plain: RegExp | null;
}

/** Pieces of which the forms are made. */
export const word = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{1,30}`;
export const town = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,30}(?:[ /](?:(?:a\.|am|an der|i\.|im|in der|ob der|bei|sur|sous|en|lès|le|la|les|de|del|aan den|aan de|upon|on) )?\p{Lu}[\p{L}\p{M}'’-]{1,30}(?![\p{L}:])){0,2}`;
/** A comma, a line's end, or both; other lines (flat, company, district) only where the form says so. */
export const apart = String.raw`[ \t]{0,2}(?:,[ \t]{0,2}\n?|\n|[|·•–-])?[> \t]{0,4}`;
export const start = String.raw`(?<![\p{L}\p{M}\p{N}.-])`;
