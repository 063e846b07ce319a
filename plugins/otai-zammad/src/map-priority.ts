import { type Priority, priorities } from "@otai/plugin-api/ticket";

interface PriorityFacts {
  readonly id?: string | null | undefined;
  readonly name: string;
  readonly active?: boolean | null | undefined;
}

export interface TicketPriority {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** `null` for one whose meaning nobody told. */
  readonly priority: Priority | null;
}

/** The priorities of a fresh installation, for a token that may not read them. */
export const defaultPriorities: readonly PriorityFacts[] = [
  { id: "1", name: "1 low" },
  { id: "2", name: "2 normal" },
  { id: "3", name: "3 high" },
];

/** English and German installations; others are told by number, or by the configuration. */
const words: readonly (readonly [RegExp, Priority])[] = [
  [/\b(urgent|critical|very high|sehr hoch|dringend|kritisch)\b/, "urgent"],
  [/\b(high|hoch)\b/, "high"],
  [/\b(normal|medium|mittel)\b/, "normal"],
  [/\b(low|niedrig|gering)\b/, "low"],
];

/** @param overrides what the configuration says about names, in lower case */
export function mapPriority(facts: PriorityFacts, overrides: ReadonlyMap<string, Priority>): TicketPriority {
  const name = facts.name.toLowerCase();
  return {
    id: facts.id ?? facts.name,
    name: facts.name,
    active: facts.active !== false,
    priority: overrides.get(name) ?? byWord(name) ?? byNumber(name) ?? null,
  };
}

function byWord(name: string): Priority | undefined {
  return words.find(([pattern]) => pattern.test(name))?.[1];
}

/** `3 haute`: names begin with their rank. */
function byNumber(name: string): Priority | undefined {
  const rank = /^\s*([1-4])\b/.exec(name)?.[1];
  return rank === undefined ? undefined : priorities[Number(rank) - 1];
}

/** The one to write. A fresh installation has nothing above "3 high", so that is what urgent becomes. */
export function priorityFor(choices: readonly TicketPriority[], wanted: Priority): TicketPriority | undefined {
  const found = choices.find(({ active, priority }) => active && priority === wanted);
  return found === undefined && wanted === "urgent" ? priorityFor(choices, "high") : found;
}
