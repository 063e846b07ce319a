import type { Status, Tombstone } from "@otai/plugin-api/ticket";

/** What a state means to us. */
export interface StateMeaning {
  readonly status: Status;
  readonly tombstone: Tombstone;
}

export interface TicketState extends StateMeaning {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** Zammad wants a time with it. */
  readonly needsTime: boolean;
}

interface StateFacts {
  readonly id?: string | null | undefined;
  readonly name: string;
  readonly active?: boolean | null | undefined;
  readonly state_type_id?: string | null | undefined;
  readonly state_type?: string | null | undefined;
}

type Kind = "new" | "open" | "pending" | "closed" | "merged" | "removed";

/** The numbers of the state types on a fresh installation; the types cannot be renamed, the states can (ZM-13). */
const typeNumbers: Readonly<Record<string, Kind>> = {
  1: "new",
  2: "open",
  3: "pending",
  4: "pending",
  5: "closed",
  6: "merged",
  7: "removed",
};

/** The states of a fresh installation, for a token that may not read them. */
export const defaultStates: readonly StateFacts[] = [
  { id: "1", name: "new" },
  { id: "2", name: "open" },
  { id: "3", name: "pending reminder" },
  { id: "4", name: "closed" },
  { id: "5", name: "merged" },
  { id: "6", name: "removed", active: false },
  { id: "7", name: "pending close" },
];

const meanings: Readonly<Record<Kind, StateMeaning>> = {
  new: { status: "new", tombstone: null },
  open: { status: "open", tombstone: null },
  pending: { status: "pending", tombstone: null },
  closed: { status: "closed", tombstone: null },
  merged: { status: "closed", tombstone: "merged" },
  removed: { status: "closed", tombstone: "deleted" },
};

/** @param overrides what the configuration says about names, in lower case */
export function mapState(facts: StateFacts, overrides: ReadonlyMap<string, Status>): TicketState {
  const kind = kindOf(facts);
  const meaning = kind === null ? { status: "other" as const, tombstone: null } : meanings[kind];
  return {
    id: facts.id ?? facts.name,
    name: facts.name,
    active: facts.active !== false,
    needsTime: kind === "pending",
    status: overrides.get(facts.name.toLowerCase()) ?? meaning.status,
    tombstone: meaning.tombstone,
  };
}

/** By its type, else by the name of a fresh installation. */
function kindOf({ name, state_type, state_type_id }: StateFacts): Kind | null {
  const byType = state_type == null ? undefined : byWord(state_type);
  const byNumber = state_type_id == null ? undefined : typeNumbers[state_type_id];
  return byType ?? byNumber ?? byWord(name) ?? null;
}

function byWord(name: string): Kind | undefined {
  const word = name.trim().toLowerCase().split(" ", 1)[0];
  return (Object.keys(meanings) as Kind[]).find((kind) => kind === word);
}

/** The state to write for a status: an active one, rather one without a time; that of a fresh installation has the lowest id. */
export function stateFor(states: readonly TicketState[], status: Status): TicketState | undefined {
  const wanted: Status = status === "solved" ? "closed" : status;
  return states
    .filter((state) => state.active && state.tombstone === null)
    .filter((state) => state.status === status || state.status === wanted)
    .sort((left, right) => Number(left.needsTime) - Number(right.needsTime) || Number(left.id) - Number(right.id))[0];
}

export function stateOfId(states: readonly TicketState[], id: string | null | undefined): TicketState | undefined {
  return states.find((state) => state.id === id);
}
