import { apart, type PostalForm, start, town, word } from "./postal-form.ts";

/** The Netherlands. */
export const dutch: PostalForm = {
  street: new RegExp(
    String.raw`${start}${word}(?: (?:[a-z]{2,4} )?${word}){0,3} \d{1,4}(?:[ -]?(?:[a-zA-Z]|\d{1,3}|hs|bis))?(?![\p{L}\p{N}])`,
    "gu",
  ),
  town: new RegExp(String.raw`${apart}(?:NL-)?[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2} ${town}`, "yu"),
  plain: null,
};
