import type { Privacy } from "@otai/core/ports/privacy";
import type { Engine, Handle } from "../engine.ts";
import type { Sealer } from "../sealer.ts";
import { createMarkedModels } from "./marked-models.ts";
import { createPersons } from "./persons.ts";
import { removeOld } from "./remove-old.ts";
import { createRetentionRuns } from "./retention-runs.ts";
import { sealAnew } from "./seal-anew.ts";

export interface PrivacyBase {
  readonly db: Handle;
  readonly engine: Engine;
  readonly sealer: Sealer | null;
  readonly now: () => Promise<number>;
}

export function createPrivacy({ db, engine, sealer, now }: PrivacyBase): Privacy {
  return {
    removeOld: (kind, before, limit) => removeOld(db, kind, { before, limit }),
    sealAnew: async (limit) => (sealer === null ? 0 : sealAnew(db, sealer, limit)),
    ...createRetentionRuns(db, engine, now),
    ...createPersons(db, now),
    ...createMarkedModels(db),
  };
}
