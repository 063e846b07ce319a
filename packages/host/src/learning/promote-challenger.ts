import type { ModelRecord } from "@otai/core/ports/learning";
import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";

export interface PromoteOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly connection: string;
  readonly by: string;
}

/** Lets a new model serve when the test tickets said so, and if what it was compared with still serves. */
export async function promoteChallenger(
  model: ModelRecord,
  { store, clock, ids, connection, by }: PromoteOptions,
): Promise<{ readonly promoted: boolean; readonly reason: string }> {
  const { connectionUid, version, verdict } = model;
  return store.write(async (tx) => {
    const champion = await tx.learning.getChampion(connectionUid);
    if (champion?.version === version) return { promoted: false, reason: "it is the model that serves already" };
    const marked = (await tx.privacy.modelsToRetrain()).filter((other) => other.connectionUid === connectionUid);
    const promote = async (reason: string) => {
      const at = clock.now();
      await tx.learning.setChampion(connectionUid, version, at, by);
      const details = { connection, before: champion?.version ?? null, reason };
      await tx.audit.add({ id: ids.next("au"), at, actor: by, action: "promote-model", subject: version, details });
      return { promoted: true, reason };
    };
    // A model that knows of an erased person gives way to one that does not, even if it was the better one.
    if (marked.some((other) => other.version === champion?.version)) {
      return promote("the model before had learned from somebody who was erased since");
    }
    if (verdict === undefined || !verdict.serves) {
      return { promoted: false, reason: verdict?.reason ?? "it was not compared with the model that serves" };
    }
    const compared = verdict.against === null || verdict.against === champion?.version;
    if (champion !== null && !compared) {
      return { promoted: false, reason: `it was compared with ${verdict.against}, which does not serve any more` };
    }
    return promote(verdict.reason);
  });
}
