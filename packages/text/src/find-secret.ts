import type { Span } from "./span.ts";

/** How the keys of well-known services begin, as their vendors publish it for secret scanning. */
const TOKEN =
  /(?<![\w-])(?:(?:sk|pk|rk)[-_](?:live|test|proj|ant)?[-_]?[\w-]{16,200}|gh[opsur]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,100}|xox[abeprs]-[\w-]{10,200}|A[KS]IA[0-9A-Z]{16}|AIza[\w-]{35}|ya29\.[\w-]{20,300}|npm_\w{30,50}|hf_\w{20,60}|SG\.[\w-]{16,40}\.[\w-]{16,80}|eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{0,1000}|dop_v1_[0-9a-f]{40,80})/g;

const KEY_LABEL =
  /(?<![\p{L}\p{N}])(?:api[ _-]?(?:key|token|schlüssel)|(?:access|auth|bearer|refresh|secret|private|client)[ _-]?(?:key|token|secret)|token|bearer|authorization: ?basic|zugriffstoken|clé api|clave api)["']?(?: ?[:=] ?| (?:is|ist|est|es|lautet) | )["']?([\w+/.~=-]{12,2000})/giu;

const PASSWORD_LABEL =
  /(?<![\p{L}\p{N}])(?:pass ?word|pass ?phrase|passwd|passcode|passwort|kennwort|pwd|pw|pin|mot de passe|mdp|contraseña|clave)["']?(?: {0,3}[:=] {0,3}| {1,3}(?:is|was|ist|lautet|war|est|es)(?: |: ?))["'«„“]?([^\s⟦⟧]{3,128})/giu;

const PRIVATE_KEY = "-----BEGIN ";

/** Keys and tokens by their prefix or behind a label, private keys in PEM, and passwords behind a label. */
export function findSecrets(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN))
    spans.push({ kind: "TOKEN", start: index, end: index + found.length });
  for (const match of text.matchAll(KEY_LABEL)) {
    const value = match[1]!.replace(/[.=]{1,3}$/, "");
    // A long word behind "token" is a word, unless it holds digits or both cases.
    if (!/\d/.test(value) && !/[a-z].*[A-Z]/.test(value.slice(0, 100))) continue;
    spans.push(behind(match, value, "TOKEN"));
  }
  for (const match of text.matchAll(PASSWORD_LABEL)) {
    const value = match[1]!.replace(/["'»“”.,;:?)\]}>]{1,3}$/, "");
    const said = / (?:is|was|ist|lautet|war|est|es)(?: |: ?)["'«„“]?$/i.test(
      match[0].slice(0, match[0].length - match[1]!.length),
    );
    // "my password is wrong" gives nothing away.
    if (value.length < 3 || (said && !/[\d!$%&*+=?#@_^~](?=.)|\d$/.test(value))) continue;
    spans.push(behind(match, value, "PASSWORD"));
  }
  for (let start = text.indexOf(PRIVATE_KEY); start >= 0; ) {
    const end = text.indexOf("-----END ", start);
    const line = end < 0 ? -1 : text.indexOf("-----", end + 9);
    const stop = line < 0 ? text.length : line + 5;
    if (/^-----BEGIN [A-Z ]{0,30}PRIVATE KEY/.test(text.slice(start, start + 60)))
      spans.push({ kind: "TOKEN", start, end: stop });
    start = line < 0 ? -1 : text.indexOf(PRIVATE_KEY, stop);
  }
  return spans;
}

function behind(match: RegExpExecArray, value: string, kind: Span["kind"]): Span {
  const start = match.index + match[0].length - match[1]!.length;
  return { kind, start, end: start + value.length };
}
