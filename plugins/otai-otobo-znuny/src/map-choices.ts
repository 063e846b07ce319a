import type { Priority, Status } from "@otai/plugin-api/ticket";
import type { OtoboParams } from "./params.ts";

/** Stock names begin with a number: 1 very low, 2 low, 3 normal, 4 high, 5 very high. */
const byNumber: Readonly<Record<string, Priority>> = { 1: "low", 2: "low", 3: "normal", 4: "high", 5: "urgent" };

/** By the names of the configuration, else by the number in front; `null` for what is neither. */
export function mapPriority(name: string, names: OtoboParams["priorities"]): Priority | null {
  const own = Object.entries(names).find(([, wanted]) => same(wanted, name))?.[0] as Priority | undefined;
  return own ?? byNumber[/^\s*([1-5])\b/.exec(name)?.[1] ?? ""] ?? null;
}

/**
 * By the type of the state, which stays when an administrator renames the state. A closed ticket takes changes and is therefore
 * `solved`, but in the one state that the configuration names for `closed`. Where the type is missing, stock names begin with it.
 */
export function mapStatus(state: string, stateType: string, closedState: string): Status {
  const type = (stateType || state).toLowerCase();
  if (type.startsWith("pending")) return "pending";
  if (type.startsWith("closed")) return same(state, closedState) ? "closed" : "solved";
  if (type === "merged" || type === "removed") return "closed";
  return type === "new" || type === "open" ? type : "other";
}

export function same(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}
