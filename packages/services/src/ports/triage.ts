import type { RoutingRule } from "@otai/service-api/routing-rule";

export interface StoredCorrection {
  readonly id: string;
  /** `null`: the first connection. */
  readonly connection: string | null;
  readonly ticketId: string;
  readonly classificationId: string | null;
  readonly field: string;
  readonly value: string;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly recordedAt: number;
}

/** What humans said would have been right, for the next model. */
export interface Corrections {
  add(correction: StoredCorrection): Promise<void>;
  /** Oldest first, so that the last word counts. */
  list(connection: string | null): Promise<readonly StoredCorrection[]>;
}

export interface RulesVersion {
  readonly version: number;
  readonly rules: readonly RoutingRule[];
  readonly by: string;
  readonly at: number;
}

/** Routing rules; every change is a version. */
export interface RoutingRules {
  latest(): Promise<RulesVersion | null>;
  /** @returns false when the version exists already. */
  add(version: RulesVersion): Promise<boolean>;
}

export interface TriageRepositories {
  readonly corrections: Corrections;
  readonly routingRules: RoutingRules;
}
