import type { Person } from "@otai/core/ports/privacy";
import { laneKey } from "../lane-rows.ts";

export function ticketsOf({ places }: Person): string[] {
  return [...new Set(places.flatMap(({ ticketIds }) => ticketIds))];
}

export function connectionsOf({ places }: Person): string[] {
  return places.map(({ connection }) => connection);
}

export function lanesOf({ places }: Person): string[] {
  return places.flatMap(({ connectionUid, ticketIds }) => ticketIds.map((id) => laneKey(connectionUid, id)));
}
