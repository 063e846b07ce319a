import { judgeChallenger } from "@otai/core/learning/judge-challenger";
import { isTestTicket } from "@otai/core/learning/test-tickets";
import type { ModelRecord, TrainingExample, Verdict } from "@otai/core/ports/learning";
import { decodeModel } from "@otai/intelligence/codec";
import { countRight } from "@otai/intelligence/count-right";
import type { Model } from "@otai/intelligence/model";
import type { OtaiStore } from "@otai/store/store-transaction";
import { PREPARE_VERSION } from "@otai/text/prepare";
import { shareOfSenders } from "./share-of-senders.ts";
import { toneForModel } from "./tone-of-tickets.ts";
import { toRow } from "./training-row.ts";
import { isOfHumans } from "./trust-labels.ts";

/** The newest so many test tickets judge: what a desk was asked years ago tells little, and asking takes time. */
const mostRows = 2_000;

/** Compares a new model with the one that serves, on test tickets from which neither learned. */
export async function judgeModel(
  challenger: Model,
  examples: readonly TrainingExample[],
  { store, connectionUid }: { readonly store: OtaiStore; readonly connectionUid: string },
): Promise<Verdict> {
  const { loud, flooded } = shareOfSenders(examples);
  const test = examples
    .filter((example) => isTestTicket(example.ticketId) && isOfHumans(example))
    .filter(({ sender }) => sender === null || !loud.has(sender))
    .slice(-mostRows);
  const first = (reason: string) => ({ serves: true, reason, against: null, rows: test.length, targets: {} });
  const record = await store.read((tx) => tx.learning.getChampion(connectionUid));
  if (record === null) return first("it is the first one");
  const champion = await readModel(store, record);
  if (champion.parts.prepareVersion !== PREPARE_VERSION) {
    return first(`${record.version} reads texts as an earlier version of OTAI did and does not serve any more`);
  }
  if (record.verdict === undefined)
    return first(`${record.version} has learned from the test tickets, so nothing compares`);
  const resultOf = (model: Model) => countRight(model, test.map(toRow).map(toneForModel(model)));
  return judgeChallenger({
    champion: { version: record.version, result: resultOf(champion) },
    challenger: resultOf(challenger),
    rows: test.length,
    flooded,
  });
}

async function readModel(store: OtaiStore, { sha256, version }: ModelRecord): Promise<Model> {
  const blob = await store.read((tx) => tx.learning.getModelBlob(sha256));
  if (blob === null) throw new Error(`model ${version} is not in the store any more`);
  return decodeModel(blob);
}
