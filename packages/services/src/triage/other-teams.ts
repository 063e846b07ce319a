import { round } from "@otai/service-api/fields";
import type { RouteRequest, Routing } from "@otai/service-api/route";
import type { Way } from "./find-way.ts";
import { groupId } from "./triage-desk.ts";

/**
 * The teams that would have the ticket if it were about something else. A team's score is how probable the categories are that lead
 * there, as the classification gave them; a request without those has no scores, and so no other teams.
 */
export function otherTeams(
  { category, alternatives }: RouteRequest,
  chosen: Way,
  wayOf: (category: string) => Way,
): Routing["alternatives"] {
  const teams = new Map<string, Routing["alternatives"][number]>();
  const guesses = new Map((alternatives?.category ?? []).map(({ value, confidence }) => [value, confidence]));
  for (const [value, confidence] of guesses) {
    if (value === category) continue;
    const { team, group } = wayOf(value);
    if (team === chosen.team) continue;
    const known = teams.get(team);
    // Of several categories at most one is right, so that what speaks for the team adds up.
    const score = Math.min(1, round((known?.score ?? 0) + confidence, 4));
    teams.set(team, { team, group_id: known?.group_id ?? (group === null ? null : groupId(group)), score });
  }
  return [...teams.values()].sort((one, other) => other.score - one.score || (one.team < other.team ? -1 : 1));
}
