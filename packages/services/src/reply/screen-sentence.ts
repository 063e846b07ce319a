import type { RemovalReason } from "@otai/service-api/reply-draft";
import { findPersonalData } from "@otai/text/personal-data";
import { findInjection } from "./injection.ts";
import { findForbiddenPromises, type SourceKind } from "./promises.ts";
import { type Address, addressOf } from "./style.ts";

export interface ScreeningRules {
  /** Addresses that may stand in a draft: those of the articles at hand. */
  readonly urls: ReadonlySet<string>;
  /** Hosts whose addresses may stand in a draft whatever article they are from. */
  readonly allowedHosts: readonly string[];
  readonly bannedWords: readonly string[];
  /** `null` while the draft has not settled on one. */
  readonly address: Address | null;
}

const markup = /<[/!]?[a-z][^>]{0,200}>?|!\[|\]\(|&(?:lt|gt|#\d{1,6}|#x[0-9a-f]{1,6});/i;
const link =
  /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|(?:javascript|data|mailto|vbscript|tel):)[^\s<>"')\]]+|\b(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\/[^\s<>"')\]]*/gi;
const secrets = new Set(["TOKEN", "PASSWORD", "CARD"]);

/** Why a sentence must not stand in a draft, whoever wrote it; `null` when it may. The quote is what it rests on. */
export function screenSentence(
  sentence: string,
  quote: string,
  kind: SourceKind,
  rules: ScreeningRules,
): RemovalReason | null {
  if (/[⟦⟧]/.test(sentence)) return "placeholder";
  if (markup.test(sentence)) return "markup";
  if (findLinks(sentence).some((found) => !mayLink(found, rules))) return "link";
  if (findInjection(sentence) !== null) return "instruction";
  const personal = findPersonalData(sentence);
  if (personal.some((span) => secrets.has(span.kind))) return "secret";
  if (kind === "solved" && personal.length > 0) return "placeholder";
  if (findForbiddenPromises(sentence, quote, kind).length > 0) return "forbidden_promise";
  const lower = sentence.toLowerCase();
  if (rules.bannedWords.some((word) => lower.includes(word.toLowerCase()))) return "banned_word";
  const address = addressOf(sentence);
  return address !== null && rules.address !== null && address !== rules.address ? "form_of_address" : null;
}

/** Web addresses and the like, without the punctuation behind them. */
export function findLinks(text: string): string[] {
  return (text.match(link) ?? []).map((found) => found.replace(/[.,;:!?]+$/, ""));
}

function mayLink(found: string, { urls, allowedHosts }: ScreeningRules): boolean {
  if (urls.has(found) || urls.has(`${found}/`) || urls.has(found.replace(/\/$/, ""))) return true;
  const url = URL.parse(found);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && allowedHosts.includes(url.host);
}
