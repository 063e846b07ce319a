/** The languages that drafts are written in: rules and phrases exist for these. */
export const draftLanguages = ["en", "de"] as const;
export type DraftLanguage = (typeof draftLanguages)[number];

/** How German addresses the reader: `Sie` or `du`. English has one form. */
export type Address = "formal" | "informal";

/** How a draft sounds. It never changes what is said. */
export interface Style {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tone: "friendly" | "formal";
  /** By language; the tone's own where absent. */
  readonly greeting: Readonly<Partial<Record<DraftLanguage, string>>>;
  readonly signOff: Readonly<Partial<Record<DraftLanguage, string>>>;
  /** German only; what the quoted articles use wins, since a quotation cannot be changed. */
  readonly address: Address;
  readonly bannedWords: readonly string[];
  /** Characters; `null` leaves the request's limit alone. */
  readonly maxChars: number | null;
}

const plain = { greeting: {}, signOff: {}, address: "formal", bannedWords: [], maxChars: null } as const;

export const builtInStyles: readonly Style[] = [
  { id: "friendly", name: "friendly", description: "Warm and approachable", tone: "friendly", ...plain },
  { id: "formal", name: "formal", description: "Professional and structured", tone: "formal", ...plain },
];

const informal = /(?<![\p{L}])(?:du|dich|dir|dein(?:e[mnrs]?)?|kannst|hast|bist|musst|möchtest)(?![\p{L}])/iu;
// "Sie" at the beginning of a sentence may be "they": only inside one it is certain, or with an imperative (`Öffnen Sie`).
const formal = /(?<=[\p{L},;:–-] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?![\p{L}])/u;

/** Which form of address a German text uses; `null` when it has none or both. */
export function addressOf(text: string): Address | null {
  const [du, sie] = [informal.test(text), formal.test(text)];
  if (du === sie) return null;
  return du ? "informal" : "formal";
}
