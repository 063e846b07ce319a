import type { TrainingExample } from "@otai/core/ports/learning";
import { capGroups } from "@otai/intelligence/group-cap";

/** More than this share of the rows above the cap of their senders is a flood, not a busy customer. */
const floodShare = 0.05;

export interface SenderShares {
  /** Senders of more rows than one may teach; they do not judge models either. */
  readonly loud: ReadonlySet<string>;
  readonly flooded: boolean;
}

/** S07: who writes so much that he could teach a model something. */
export function shareOfSenders(examples: readonly TrainingExample[]): SenderShares {
  const rows = examples.map(({ sender }) => (sender === null ? {} : { group: sender }));
  const kept = new Set(capGroups(rows));
  const cut = rows.filter((row) => !kept.has(row));
  return {
    loud: new Set(cut.flatMap(({ group }) => group ?? [])),
    flooded: cut.length > floodShare * rows.length,
  };
}
