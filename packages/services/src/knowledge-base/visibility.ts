import type { Audience, Visibility } from "@otai/service-api/enums";

const visibleTo: Readonly<Record<Audience, ReadonlySet<Visibility>>> = {
  public: new Set(["public"]),
  authenticated: new Set(["public", "authenticated"]),
  internal: new Set(["public", "authenticated", "restricted", "internal"]),
};

/** `restricted` is for some signed-in customers only, and nobody knows here for which: agents alone see it. */
export function mayRead(audience: Audience, visibility: Visibility): boolean {
  return visibleTo[audience].has(visibility);
}

/** Is there anybody who could read it before and cannot now? */
export function isNarrower(before: Visibility, after: Visibility): boolean {
  const audiences: readonly Audience[] = ["public", "authenticated", "internal"];
  return audiences.some((audience) => mayRead(audience, before) && !mayRead(audience, after));
}

/** Compares the first part, `de` of `de-AT`. An article of unknown language fits every question. */
export function sameLanguage(wanted: string | null, language: string | null): boolean {
  if (wanted === null || language === null) return true;
  return wanted.split("-")[0]!.toLowerCase() === language.split("-")[0]!.toLowerCase();
}
