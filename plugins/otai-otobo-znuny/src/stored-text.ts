/**
 * A text as the poorest of the servers keeps it: Znuny and OTRS on MySQL have one U+FFFD for each character beyond the basic plane,
 * emoji above all (seen with Znuny 6.5.1). Two texts are compared in this form.
 */
export function asStored(text: string): string {
  return text.toWellFormed().replace(/[\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
