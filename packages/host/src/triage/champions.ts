import { createHash } from "node:crypto";
import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import { decodeModel } from "@otai/intelligence/codec";
import { ServingModel } from "@otai/services/triage/serving-model";
import { PREPARE_VERSION } from "@otai/text/prepare";

/** How long a worker may go on with the model that it holds before it asks which one serves. */
const lookEveryMs = 2_000;

/** The serving model of each connection, decoded once per hash; a new champion is picked up within seconds by every worker. */
export function createChampions(store: Store, clock: Clock) {
  const held = new Map<string, { askedAt: number; sha256: string; serving: ServingModel | null }>();
  return {
    async get(connectionUid: string): Promise<ServingModel | null> {
      const known = held.get(connectionUid);
      const now = clock.now();
      if (known !== undefined && now - known.askedAt < lookEveryMs) return known.serving;
      const record = await store.read((tx) => tx.learning.getChampion(connectionUid));
      // The first model serves at once: nobody remembers that there was none.
      if (record === null) return null;
      if (known !== undefined && known.sha256 === record.sha256) {
        known.askedAt = now;
        return known.serving;
      }
      const bytes = await store.read((tx) => tx.learning.getModelBlob(record.sha256));
      if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== record.sha256) {
        throw new Error(`model ${record.version} is damaged in the store: its content does not match its hash`);
      }
      const model = decodeModel(bytes);
      // A text that is prepared otherwise than the model's examples were gives features that mean something else.
      if (model.parts.prepareVersion !== PREPARE_VERSION) {
        held.set(connectionUid, { askedAt: now, sha256: record.sha256, serving: null });
        return null;
      }
      const { version, languages } = record;
      const serving = new ServingModel({ model, version, languages });
      held.set(connectionUid, { askedAt: now, sha256: record.sha256, serving });
      return serving;
    },
  };
}

export type Champions = ReturnType<typeof createChampions>;
