import type { ModelRecord } from "@otai/core/ports/learning";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Workplace } from "./with-store.ts";

export interface ListedModel extends ModelRecord {
  readonly connection: string;
  readonly champion: boolean;
}

export async function listModels({ store }: Pick<Workplace, "store">): Promise<ListedModel[]> {
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
  await letServe(workplace, await findModel(workplace, version), { by, action: "promote-model" });
}

/**
 * Goes back to a stored model, or to the one that served before: the same bytes serve again. @returns its version
 * @throws ConfigError when there is none, or when it is not told which connection is meant.
 */
export async function rollBack(
  workplace: Workplace,
  {
    version,
    connection,
    by,
  }: { readonly version: string | null; readonly connection: string | null; readonly by: string },
): Promise<string> {
  const model = version === null ? await formerModel(workplace, connection) : await findModel(workplace, version);
  await letServe(workplace, model, { by, action: "rollback-model" });
  return model.version;
}

async function findModel(workplace: Workplace, version: string): Promise<ListedModel> {
  const found = (await listModels(workplace)).filter((candidate) => candidate.version === version);
  if (found[0] === undefined) throw new ConfigError(`there is no model ${version}; see: otai models list`);
  return found[0];
}

async function formerModel({ store }: Workplace, named: string | null): Promise<ListedModel> {
  const connections = await store.read((tx) => tx.connections.list());
  const names = connections.map(({ name }) => name).join(", ");
  const meant = named === null ? connections : connections.filter(({ name }) => name === named);
  if (meant.length > 1) throw new ConfigError(`say whose model goes back with --ticket-system: ${names}`);
  const [connection] = meant;
  if (connection === undefined) {
    throw new ConfigError(
      named === null ? "no ticket system was connected yet" : `there is no ticket system "${named}", only ${names}`,
    );
  }
  const former = await store.read((tx) => tx.learning.getFormerChampion(connection.uid));
  if (former === null) {
    throw new ConfigError(`no other model served ${connection.name} before; see: otai models list`);
  }
  return { ...former, connection: connection.name, champion: false };
}

async function letServe(
  { store, clock, ids }: Workplace,
  { connectionUid, connection, version }: ListedModel,
  { by, action }: { readonly by: string; readonly action: string },
): Promise<void> {
  await store.write(async (tx) => {
    const marked = await tx.privacy.modelsToRetrain();
    if (marked.some((model) => model.connectionUid === connectionUid && model.version === version)) {
      throw new ConfigError(`${version} has learned from somebody who was erased since: it must not serve any more`);
    }
    const at = clock.now();
    const before = (await tx.learning.getChampion(connectionUid))?.version ?? null;
    await tx.learning.setChampion(connectionUid, version, at, by);
    const details = { connection, before };
    await tx.audit.add({ id: ids.next("au"), at, actor: by, action, subject: version, details });
  });
}
