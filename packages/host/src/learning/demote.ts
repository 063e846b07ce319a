import type { FieldPolicy } from "@otai/core/policy/policy";
import type { AutomatedWrite } from "@otai/core/ports/learning";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { upperBound } from "@otai/intelligence/clopper-pearson";
import { categorySlug } from "@otai/service-api/category-slug";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { Demotion, PolicyBody, StoredField } from "../app/effective-policy.ts";

export interface Breach extends Demotion {
  readonly field: string;
  readonly value: string;
}

/** Newest writes of a value that are looked at together: the short ones see a bad turn soon, the long one also where agents are slow. */
const windows = [50, 200, 1000] as const;
/** Fewer wrong ones are bad luck. */
const leastChanged = 5;
/** It is looked again and again: at 95 % one good queue of twenty would be demoted by chance each time. */
const certainty = 0.999;
/** Rows that are read for all values of a connection. */
const mostRows = 5_000;

/**
 * Values whose realised precision contradicts what their field promises: the upper bound of the share of the newest automated writes
 * that agents left alone lies below it. A change is known long before a ticket is solved, so that an open ticket counts as right. Pure.
 * @param writes newest first
 */
export function breaches(
  writes: readonly AutomatedWrite[],
  fields: readonly FieldPolicy[],
  stored: Readonly<Record<string, StoredField>>,
  at: number,
): Breach[] {
  return fields.flatMap((policy) => {
    const { field, precision, writeTo } = policy;
    const decidedAs = writeTo === "type" ? "type" : field;
    const { demoted = {}, lifted = {} } = stored[field] ?? {};
    const own = writes.filter((write) => write.field === decidedAs);
    const byValue = Map.groupBy(own, ({ value }) => (field === "category" ? categorySlug(value) : value));
    return [...byValue].flatMap(([value, all]) => {
      if (demoted[value] !== undefined || policy.demoted?.includes(value)) return [];
      const counted = all.filter(({ createdAt }) => createdAt > (lifted[value] ?? 0));
      for (const window of windows) {
        const recent = counted.slice(0, window);
        const changed = recent.filter((write) => write.changed).length;
        if (changed < leastChanged || upperBound(recent.length - changed, recent.length, certainty) >= precision)
          continue;
        return [{ field, value, at, judged: recent.length, changed, promised: precision }];
      }
      return [];
    });
  });
}

export interface DemoteOptions {
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly connection: { readonly uid: string; readonly name: string };
  /** The fields of the policy in force. */
  readonly fields: readonly FieldPolicy[];
}

/** U01: takes automation back from values that agents change too often, with a record; nothing gives it again by itself. */
export async function demote({ store, clock, ids, connection, fields }: DemoteOptions): Promise<Breach[]> {
  const { uid, name } = connection;
  const writes = await store.read((tx) => tx.learning.automatedWrites(uid, mostRows));
  const at = clock.now();
  return store.write(async (tx) => {
    const body = ((await tx.settings.latestPolicyVersion())?.body ?? {}) as PolicyBody;
    const found = breaches(writes, fields, body[name] ?? {}, at);
    if (found.length === 0) return found;
    const own: Record<string, StoredField> = { ...body[name] };
    for (const { field, value, ...demotion } of found) {
      own[field] = { ...own[field], demoted: { ...own[field]?.demoted, [value]: demotion } };
      const details = { value, ...demotion };
      const subject = `${name}.${field}`;
      await tx.audit.add({ id: ids.next("au"), at, actor: "otai", action: "demote", subject, details });
    }
    const next = { ...body, [name]: own };
    await tx.settings.addPolicyVersion({ id: ids.next("p"), source: "demotion", by: "otai", at, body: next });
    return found;
  });
}
