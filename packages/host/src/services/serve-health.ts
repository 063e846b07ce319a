import type { Log } from "@otai/plugin-api/plugin";
import { ServiceError } from "@otai/service-api/service-error";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { Health } from "../http/base-app.ts";
import type { ServedName } from "./serve-plan.ts";
import type { ServedSystem } from "./serve-systems.ts";

export interface ServeHealthParts {
  readonly store: OtaiStore;
  readonly systems: readonly Pick<ServedSystem, "name" | "reached">[];
  readonly log: Log;
}

/** How the services of one address are. @throws ServiceError when the store cannot be read: then no request can be served. */
export async function serveHealth(
  services: readonly ServedName[],
  { store, systems, log }: ServeHealthParts,
): Promise<Health> {
  await store
    .read((tx) => tx.settings.isPaused())
    .catch((error: unknown) => {
      log.error({ err: error }, "the store cannot be read");
      throw new ServiceError("SERVICE_UNAVAILABLE", "The store cannot be read");
    });
  // Only triage asks ticket systems.
  const asked = services.includes("triage") ? systems : [];
  const desks = asked.map((system) => [`ticket_system.${system.name}`, system.reached()] as const);
  return {
    services,
    degraded: desks.some(([, reached]) => reached === "unreachable"),
    checks: { store: "ok", ...Object.fromEntries(desks) },
  };
}
