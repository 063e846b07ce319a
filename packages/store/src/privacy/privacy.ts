import type { Privacy } from "@otai/core/ports/privacy";
import type { Handle } from "../engine.ts";
import type { Sealer } from "../sealer.ts";
import { createMarkedModels } from "./marked-models.ts";
import { createPersons } from "./persons.ts";
import { removeOld } from "./remove-old.ts";
import { sealAnew } from "./seal-anew.ts";

export interface PrivacyBase {
  readonly db: Handle;
  readonly sealer: Sealer | null;
  readonly now: () => Promise<number>;
}

export function createPrivacy({ db, sealer, now }: PrivacyBase): Privacy {
  return {
    removeOld: (kind, before, limit) => removeOld(db, kind, { before, limit }),
    sealAnew: async (limit) => (sealer === null ? 0 : sealAnew(db, sealer, limit)),
    ...createPersons(db, now),
    ...createMarkedModels(db),
  };
}
