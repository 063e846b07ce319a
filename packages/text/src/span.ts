export const personalDataKinds = [
  "TOKEN",
  "PASSWORD",
  "EMAIL",
  "IBAN",
  "CARD",
  "IP",
  "PHONE",
  "ADDRESS",
  "NAME",
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A piece of text, in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}
