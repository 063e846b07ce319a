import { findCards } from "./find-card.ts";
import { findEmails } from "./find-email.ts";
import { findIbans } from "./find-iban.ts";
import { findIps } from "./find-ip.ts";
import { findNames } from "./find-name.ts";
import { findPhones } from "./find-phone.ts";
import { findPostalAddresses } from "./find-postal.ts";
import { findSecrets } from "./find-secret.ts";
import { type PersonalDataKind, personalDataKinds, type Span } from "./span.ts";

/** Placeholders, e.g. `⟦EMAIL_1⟧`, and what they stand for. It is kept in memory, for one job only. */
export type Placeholders = ReadonlyMap<string, string>;

/**
 * Where the text holds mail and IP addresses, telephone numbers, IBANs, cards, keys, passwords, postal addresses and, as far as the
 * words around them tell, names of people; `names` are those of people that the caller knows, the requester's say. In order and
 * without overlaps: spans that touch the same characters become one, of the kind that stands first in `personalDataKinds`.
 * Deterministic, never throws, linear in the length of the text.
 */
export function findPersonalData(text: string, names: readonly string[] = []): Span[] {
  const spans = [
    ...findSecrets(text),
    ...findEmails(text),
    ...findIbans(text),
    ...findCards(text),
    ...findIps(text),
    ...findPhones(text),
    ...findPostalAddresses(text),
    ...findNames(text, names),
  ].sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged[merged.length - 1];
    if (last === undefined || span.start >= last.end) merged.push(span);
    else
      merged[merged.length - 1] = {
        kind: first(last.kind, span.kind),
        start: last.start,
        end: Math.max(last.end, span.end),
      };
  }
  return merged;
}

/**
 * The text with a placeholder for every piece of personal data, the same one for the same value. To redact several texts for one
 * job, pass the placeholders of the text before: who was named there is known here. So are `names`. A placeholder that the text
 * already holds as words is never given out.
 */
export function redact(
  text: string,
  known: Placeholders = new Map(),
  names: readonly string[] = [],
): { text: string; map: Placeholders } {
  const map = new Map(known);
  const byValue = new Map([...known].map(([placeholder, value]): [string, string] => [value, placeholder]));
  const taken = new Set([...known.keys(), ...(text.match(PLACEHOLDER) ?? [])]);
  const counts = new Map<PersonalDataKind, number>();
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of findPersonalData(text, [...names, ...namesAmong(known)])) {
    const value = text.slice(start, end);
    let placeholder = byValue.get(value);
    if (placeholder === undefined) {
      do {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        placeholder = `⟦${kind}_${counts.get(kind)}⟧`;
      } while (taken.has(placeholder));
      taken.add(placeholder);
      byValue.set(value, placeholder);
      map.set(placeholder, value);
    }
    parts.push(text.slice(at, start), placeholder);
    at = end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(""), map };
}

/** Puts the values back. A placeholder that the map does not know stays as it is. */
export function restore(text: string, map: Placeholders): string {
  return text.replace(PLACEHOLDER, (placeholder) => map.get(placeholder) ?? placeholder);
}

function namesAmong(known: Placeholders): string[] {
  return [...known].flatMap(([placeholder, value]) => (placeholder.startsWith("⟦NAME_") ? [value] : []));
}

const PLACEHOLDER = /⟦[A-Z]{2,10}_\d{1,6}⟧/g;

const first = (a: PersonalDataKind, b: PersonalDataKind): PersonalDataKind =>
  personalDataKinds.indexOf(a) <= personalDataKinds.indexOf(b) ? a : b;
