import type { Log } from "@otai/plugin-api/plugin";
import type { Policies } from "../policy/policy.ts";
import type { Alerts, CustomerIds, Services } from "../ports/services.ts";
import type { Store } from "../ports/store.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { TicketSystems } from "../ports/ticket-systems.ts";
import type { Triage } from "../ports/triage.ts";
import type { WriteGate } from "../writes/write-gate.ts";

/** What a run needs from outside. It reads; only the gate writes. */
export interface RunPorts {
  readonly store: Store;
  readonly systems: TicketSystems;
  readonly triage: Triage;
  readonly services: Services;
  readonly alerts: Alerts;
  readonly customerId: CustomerIds;
  readonly policies: Policies;
  readonly gate: WriteGate;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}
