import { ConfigError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import type { SyncReport } from "@otai/services/knowledge-base/sync-articles";
import { openConnection, patiently } from "../app/open-connection.ts";
import { openServices } from "../services/open-services.ts";
import { syncChore, syncKnowledge } from "../services/sync-knowledge.ts";
import { createChampions } from "../triage/champions.ts";
import type { Workplace } from "./with-store.ts";

export interface SyncConnectionsOptions {
  /** Only this one; `null` for all that have articles. */
  readonly name: string | null;
  readonly confirm: boolean;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface SyncedConnection {
  readonly connection: string;
  /** `null` when the ticket system has no articles, or a running server is at it. */
  readonly report: SyncReport | null;
  readonly reason: string | null;
}

const dayMs = 24 * 60 * 60_000;

/** Takes over the articles of the connections now. @throws ConfigError when the name is unknown. */
export async function syncConnections(
  workplace: Workplace,
  { name, confirm, log, signal }: SyncConnectionsOptions,
): Promise<SyncedConnection[]> {
  const { loaded, store, clock, ids, secretKeys } = workplace;
  const chosen = loaded.ticketSystems.filter((system) => name === null || system.name === name);
  if (chosen.length === 0) {
    const names = loaded.ticketSystems.map((system) => system.name).join(", ") || "none";
    throw new ConfigError(`there is no ticket system "${name}" in ${loaded.file}, only ${names}`);
  }
  const champions = createChampions(store, clock);
  const parts = {
    loaded,
    store,
    clock,
    ids,
    log,
    signal,
    champions,
    connected: () => [],
    secretKey: secretKeys.current,
  };
  const { knowledgeBase } = await openServices(parts);
  const synced: SyncedConnection[] = [];
  for (const configured of chosen) {
    const around = { store, clock, ids, log, signal };
    const connected = patiently(await openConnection(configured, around), configured, around);
    if (connected.system.articles === undefined) {
      synced.push({ connection: configured.name, report: null, reason: "the ticket system offers no articles" });
      continue;
    }
    const owner = ids.next("cli");
    await store.write((tx) => tx.chores.wake(syncChore(connected.uid)));
    const intervalMs = (loaded.config.services.kb.sync_hours || 24) * (dayMs / 24);
    const report = await syncKnowledge(connected, { store, knowledgeBase, owner, intervalMs, confirm, signal });
    synced.push({ connection: configured.name, report, reason: report === null ? "a running server is at it" : null });
  }
  return synced;
}
