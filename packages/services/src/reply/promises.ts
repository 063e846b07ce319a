import { promisesDe } from "./promises-de.ts";
import { promisesEn } from "./promises-en.ts";

export const promiseKinds = [
  "action_done",
  "commitment",
  "deadline",
  "amount",
  "discount",
  "legal_advice",
  "medical_advice",
  "fault",
  "other_customer",
] as const;
export type PromiseKind = (typeof promiseKinds)[number];

export type PromiseRules = Readonly<Record<PromiseKind, readonly RegExp[]>>;

export interface FoundPromise {
  readonly kind: PromiseKind;
  readonly text: string;
}

/** Where a sentence was taken from. */
export type SourceKind = "article" | "context" | "thread" | "solved";

/**
 * What a source may vouch for. An article knows nothing of this ticket, so it cannot say what was done, who is at fault or what others
 * have; what an agent wrote to somebody else vouches for nothing of the kind.
 */
const vouches: Readonly<Record<SourceKind, readonly PromiseKind[]>> = {
  article: ["commitment", "deadline", "amount", "discount", "legal_advice", "medical_advice"],
  context: promiseKinds,
  thread: promiseKinds,
  solved: [],
};

/** Statements that only a person may make, in English and German alike: a model may mix the languages. Each kind once. */
export function findPromises(text: string): FoundPromise[] {
  const plain = text.replaceAll("’", "'");
  return promiseKinds.flatMap((kind) => {
    for (const pattern of [...promisesEn[kind], ...promisesDe[kind]]) {
      const match = pattern.exec(plain);
      if (match !== null) return [{ kind, text: match[0] }];
    }
    return [];
  });
}

/** Under a condition (`once the refund has been issued`) nothing is said to have happened. */
const condition =
  /\b(?:once|if|when|whenever|after|until|unless|before|as soon as|wenn|falls|sobald|nachdem|sofern|bevor|ob)\b/i;

/** The promises of a sentence that its quote does not make itself, or that its source may not vouch for. */
export function findForbiddenPromises(sentence: string, quote: string, source: SourceKind): FoundPromise[] {
  const backed = new Set(findPromises(quote).map(({ kind }) => kind));
  return findPromises(sentence).filter(({ kind }) => {
    if (!backed.has(kind)) return true;
    if (kind === "action_done" && source === "article" && condition.test(sentence)) return false;
    return !vouches[source].includes(kind);
  });
}
