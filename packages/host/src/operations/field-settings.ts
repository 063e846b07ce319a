import type { FieldPolicy } from "@otai/core/policy/policy";
import type { Learning } from "@otai/core/ports/learning";
import { ConfigError } from "@otai/plugin-api/errors";
import { createPolicies, isPinned, type PolicyBody } from "../app/effective-policy.ts";
import { serviceFields } from "../config/field-schema.ts";
import type { Workplace } from "./with-store.ts";

export interface FieldState extends FieldPolicy {
  readonly connection: string;
  /** The file pins the mode, so no command can change it. */
  readonly pinned: boolean;
  /** What history proves at the promised precision; `null` without a model for the field. */
  readonly proven: { readonly threshold: number | null; readonly coverage: number; readonly evidence: number } | null;
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
  // Figures are kept for a few promises; the next stricter one never says too much.
  const promise = Object.keys(figures.coverage)
    .map(Number)
    .sort((a, b) => a - b)
    .find((precision) => precision >= field.precision);
  const found = promise === undefined ? undefined : figures.coverage[promise.toFixed(2)];
  return found === undefined ? { threshold: null, coverage: 0, evidence: 0 } : found;
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
export async function setField({ loaded, store, clock, ids }: Workplace, change: FieldChange): Promise<void> {
  const system = loaded.ticketSystems.find((candidate) => candidate.name === change.connection);
  if (system === undefined) {
    const names = loaded.ticketSystems.map(({ name }) => name).join(", ");
    throw new ConfigError(`there is no ticket system "${change.connection}" in ${loaded.file}, only ${names}`);
  }
  if (system.fields[change.field] === undefined) {
    throw new ConfigError(`there is no field "${change.field}", only ${Object.keys(system.fields).join(", ")}`);
  }
  for (const key of ["mode", "precision"] as const) {
    if (change[key] !== null && isPinned(loaded, system, change.field, key)) {
      throw new ConfigError(
        `${loaded.file} sets the ${key} of ${change.field}: change it there, or take it out of the file first`,
      );
    }
  }
  await store.write(async (tx) => {
    const body = ((await tx.settings.latestPolicyVersion())?.body ?? {}) as PolicyBody;
    const connection = body[change.connection] ?? {};
    const { mode, precision } = change;
    const setting = { ...connection[change.field], mode, ...(precision === null ? {} : { precision }) };
    const next = { ...body, [change.connection]: { ...connection, [change.field]: setting } };
    const at = clock.now();
    await tx.settings.addPolicyVersion({ id: ids.next("p"), source: "cli", by: change.by, at, body: next });
    await tx.audit.add({
      id: ids.next("au"),
      at,
      actor: change.by,
      action: "set-field",
      subject: `${change.connection}.${change.field}`,
      details: { before: connection[change.field] ?? null, after: setting },
    });
  });
}
