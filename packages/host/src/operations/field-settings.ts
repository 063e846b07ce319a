import type { FieldPolicy } from "@otai/core/policy/policy";
import type { Learning } from "@otai/core/ports/learning";
import { ConfigError } from "@otai/plugin-api/errors";
import { createPolicies, type Demotion, isPinned, type PolicyBody, type StoredField } from "../app/effective-policy.ts";
import { serviceFields } from "../config/field-schema.ts";
import type { LoadedConfig, LoadedTicketSystem } from "../config/load-config.ts";
import { findPromise } from "../learning/find-promise.ts";
import type { Workplace } from "./with-store.ts";

export interface FieldState extends FieldPolicy {
  readonly connection: string;
  /** The file pins the mode, so no command can change it. */
  readonly pinned: boolean;
  /** What history proves at the promised precision; `null` without a model for the field. */
  readonly proven: { readonly threshold: number | null; readonly coverage: number; readonly evidence: number } | null;
  /** By value: what agents changed so often that it is only suggested. */
  readonly demotions: Readonly<Record<string, Demotion>>;
}

/** How every field of every connection stands. */
export async function listFieldStates({ loaded, store }: Pick<Workplace, "loaded" | "store">): Promise<FieldState[]> {
  const states: FieldState[] = [];
  const connections = await store.read((tx) => tx.connections.list());
  for (const system of loaded.ticketSystems) {
    const connection = connections.find((candidate) => candidate.name === system.name);
    const policies = createPolicies(loaded, store, () => system.name);
    const champion =
      connection === undefined ? null : await store.read((tx) => tx.learning.getChampion(connection.uid));
    const body = ((await store.read((tx) => tx.settings.latestPolicyVersion()))?.body ?? {}) as PolicyBody;
    const { fields, lifecycle } = await policies.current(connection?.uid ?? "");
    const services = serviceFields.map((field) => ({
      field,
      mode: lifecycle.modes[field],
      precision: system.fields[field]!.precision,
      writeTo: null,
    }));
    for (const field of [...fields, ...services]) {
      states.push({
        ...field,
        connection: system.name,
        pinned: isPinned(loaded, system, field.field, "mode"),
        proven: provenAt(champion, field),
        demotions: body[system.name]?.[field.field]?.demoted ?? {},
      });
    }
  }
  return states;
}

const learnedAs: Readonly<Record<string, string>> = { category: "queue", urgency: "priority" };

function provenAt(champion: Awaited<ReturnType<Learning["getChampion"]>>, field: FieldPolicy): FieldState["proven"] {
  const figures = champion?.figures[learnedAs[field.field] ?? field.field] as
    | { coverage: Record<string, { threshold: number | null; coverage: number; evidence: number }> }
    | undefined;
  if (figures === undefined) return null;
  return findPromise(figures.coverage, field.precision)?.figures ?? { threshold: null, coverage: 0, evidence: 0 };
}

export interface FieldChange {
  readonly connection: string;
  readonly field: string;
  readonly mode: FieldPolicy["mode"];
  readonly precision: number | null;
  /** Who changes it, for the audit. */
  readonly by: string;
}

/** Stores a new policy version. @throws ConfigError when the connection or field is unknown or the file pins the value. */
export async function setField(workplace: Workplace, change: FieldChange): Promise<void> {
  const { loaded } = workplace;
  const system = systemWithField(loaded, change);
  for (const key of ["mode", "precision"] as const) {
    if (change[key] !== null && isPinned(loaded, system, change.field, key)) {
      throw new ConfigError(
        `${loaded.file} sets the ${key} of ${change.field}: change it there, or take it out of the file first`,
      );
    }
  }
  const { mode, precision } = change;
  await storeField(workplace, { ...change, action: "set-field" }, (before) => ({
    ...before,
    mode,
    ...(precision === null ? {} : { precision }),
  }));
}

export interface Lift {
  readonly connection: string;
  readonly field: string;
  readonly value: string;
  readonly by: string;
}

/** Lets a demoted value be automated again; what was written before does not count against it any more. @throws ConfigError when it is not demoted. */
export async function liftDemotion(workplace: Workplace, lift: Lift): Promise<void> {
  systemWithField(workplace.loaded, lift);
  const { connection, field, value } = lift;
  await storeField(workplace, { ...lift, action: "lift-demotion" }, (before) => {
    const { [value]: demotion, ...demoted } = before?.demoted ?? {};
    if (demotion === undefined) {
      const known = Object.keys(demoted).map((name) => `"${name}"`);
      const others = known.length === 0 ? "no value of it is" : `only ${known.join(", ")}`;
      throw new ConfigError(`"${value}" of ${connection}.${field} is not demoted, ${others}; see: otai fields`);
    }
    return { ...before, demoted, lifted: { ...before?.lifted, [value]: workplace.clock.now() } };
  });
}

function systemWithField(
  loaded: LoadedConfig,
  { connection, field }: { readonly connection: string; readonly field: string },
): LoadedTicketSystem {
  const system = loaded.ticketSystems.find((candidate) => candidate.name === connection);
  if (system === undefined) {
    const names = loaded.ticketSystems.map(({ name }) => name).join(", ");
    throw new ConfigError(`there is no ticket system "${connection}" in ${loaded.file}, only ${names}`);
  }
  if (system.fields[field] === undefined) {
    throw new ConfigError(`there is no field "${field}", only ${Object.keys(system.fields).join(", ")}`);
  }
  return system;
}

/** A new policy version with one field changed, and what it was in the audit. */
async function storeField(
  { store, clock, ids }: Workplace,
  { connection, field, by, action }: { connection: string; field: string; by: string; action: string },
  change: (before: StoredField | undefined) => StoredField,
): Promise<void> {
  await store.write(async (tx) => {
    const body = ((await tx.settings.latestPolicyVersion())?.body ?? {}) as PolicyBody;
    const before = body[connection]?.[field];
    const after = change(before);
    const next = { ...body, [connection]: { ...body[connection], [field]: after } };
    const at = clock.now();
    await tx.settings.addPolicyVersion({ id: ids.next("p"), source: "cli", by, at, body: next });
    const details = { before: before ?? null, after };
    await tx.audit.add({ id: ids.next("au"), at, actor: by, action, subject: `${connection}.${field}`, details });
  });
}
