import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Log } from "@otai/plugin-api/plugin";
import type { LoadedTicketSystem } from "../config/load-config.ts";
import { connect } from "../plugins/connect.ts";
import { connectionUid, connectSystem } from "./connect-system.ts";
import { createPatientBudget } from "./patient-budget.ts";
import { createStoreBudget } from "./store-budget.ts";
import { createStoreDocuments } from "./store-documents.ts";

export interface Surroundings {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Connects one configured ticket system, with the account's limits from the store. @throws typed errors for a person */
export async function openConnection(configured: LoadedTicketSystem, around: Surroundings): Promise<ConnectedSystem> {
  const { name, settings } = configured;
  const { store, clock, ids, log, signal } = around;
  const uid = await connectionUid(store, ids, name);
  const system = connect(configured, { ...accountOf(uid, around), clock, log, signal });
  const connected = await connectSystem(uid, system, {
    name,
    kind: settings.use,
    botUser: settings.bot_user,
    ingestFrom: settings.ingest_from === "now" ? null : settings.ingest_from,
    store,
    clock,
  });
  // Another process bound the name first: its budget and documents are those of this connection.
  return connected.uid === uid ? connected : openConnection(configured, around);
}

/** What the store keeps for one account. */
export function accountOf(uid: string, { store, clock }: Surroundings) {
  return { budget: createStoreBudget(store, uid, clock), documents: createStoreDocuments(store, uid) };
}

/** One page of history may have to wait for the helpdesk's limits for so long. */
const patientStepMs = 15 * 60_000;

/** The same connection for long reading in the background: it waits for the helpdesk's limits instead of being refused. */
export function patiently(
  connected: ConnectedSystem,
  configured: LoadedTicketSystem,
  around: Surroundings,
): ConnectedSystem {
  const { clock, log, signal } = around;
  const account = accountOf(connected.uid, around);
  const context = { ...account, budget: createPatientBudget(account.budget, signal), clock, log, signal };
  return { ...connected, system: connect(configured, context, { callLimitMs: patientStepMs }) };
}
