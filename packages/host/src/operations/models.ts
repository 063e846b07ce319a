import type { ModelRecord } from "@otai/core/ports/learning";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Workplace } from "./with-store.ts";

export interface ListedModel extends ModelRecord {
  readonly connection: string;
  readonly champion: boolean;
}

export async function listModels({ store }: Workplace): Promise<ListedModel[]> {
  return store.read(async (tx) => {
    const listed: ListedModel[] = [];
    for (const connection of await tx.connections.list()) {
      const champion = await tx.learning.getChampion(connection.uid);
      for (const model of await tx.learning.listModels(connection.uid)) {
        listed.push({ ...model, connection: connection.name, champion: model.version === champion?.version });
      }
    }
    return listed;
  });
}

/** Lets a stored model serve; every worker follows within seconds. @throws ConfigError when there is none of that name. */
export async function promoteModel(workplace: Workplace, version: string, by: string): Promise<void> {
  const model = (await listModels(workplace)).find((candidate) => candidate.version === version);
  if (model === undefined) throw new ConfigError(`there is no model ${version}; see: otai models list`);
  const { store, clock, ids } = workplace;
  await store.write(async (tx) => {
    const at = clock.now();
    await tx.learning.setChampion(model.connectionUid, version, at, by);
    const details = { connection: model.connection };
    await tx.audit.add({ id: ids.next("au"), at, actor: by, action: "promote-model", subject: version, details });
  });
}
