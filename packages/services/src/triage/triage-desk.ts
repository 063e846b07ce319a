import type { AgentRoster } from "./agent-roster.ts";
import type { ServingModel } from "./serving-model.ts";

export interface CategorySetting {
  /** As it is on the wire. */
  readonly name: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly parent: string | null;
  /** Name of the queue, where it is not the category's. */
  readonly queue?: string | null;
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

/** One ticket system as triage sees it, or an installation without any. */
export interface TriageDesk {
  /** `null` without a ticket system. */
  readonly connection: string | null;
  readonly platform: string | null;
  readonly serving: ServingModel | null;
  readonly groups: readonly Group[];
  /** Promised precision per field. */
  readonly precision: Readonly<Record<string, number>>;
  /** Configured by the site; empty: those of the history, else the starter set. */
  readonly categories: readonly CategorySetting[];
  /** Asked only where a rule wants an agent; answers soon, if need be that it is not known. */
  readonly roster: () => Promise<AgentRoster>;
}

export interface TriageDesks {
  /** The connection of this name; without a name the first one. An unknown name is an error of the caller. */
  find(connection: string | null, platform?: string | null): Promise<TriageDesk>;
  /** Of all connections: rules speak for all of them. */
  groups(): Promise<readonly Group[]>;
}

/** The platform's own kind of id: numbers stay numbers. */
export function groupId({ id }: Group): number | string {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}
