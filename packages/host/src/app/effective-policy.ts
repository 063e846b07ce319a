import type { Lifecycle } from "@otai/core/policy/lifecycle";
import type { FieldPolicy, Policies } from "@otai/core/policy/policy";
import type { Store } from "@otai/core/ports/store";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import { categorySlug } from "@otai/service-api/category-slug";
import { serviceFields } from "../config/field-schema.ts";
import type { LoadedConfig, LoadedTicketSystem } from "../config/load-config.ts";

/** Why a value is only suggested: of its newest automated writes so many were changed. */
export interface Demotion {
  readonly at: Instant;
  readonly judged: number;
  readonly changed: number;
  readonly promised: number;
}

/** What `otai fields` and the console may change of a field, and what was taken back by itself. */
export interface StoredField {
  readonly mode?: FieldPolicy["mode"];
  readonly precision?: number;
  /** By value. */
  readonly demoted?: Readonly<Record<string, Demotion>>;
  /** By value: when a human lifted its demotion. What was written before does not count any more. */
  readonly lifted?: Readonly<Record<string, Instant>>;
}

/** Per connection name and field. */
export type PolicyBody = Readonly<Record<string, Readonly<Record<string, StoredField>>>>;

/** Share of tickets that is never automated. A service elsewhere learns elsewhere, so nothing here would teach it its own output. */
const holdoutOf = ({ environment }: LoadedConfig) => (environment.serviceUrls.triage === null ? 0.02 : 0);

/**
 * The policy in force: what the file pins, else the newest stored version, else the default. Category and urgency follow queue and
 * priority, whose judgement they show, and what the other services write follows the queue, unless they are set themselves.
 */
export function createPolicies(
  loaded: LoadedConfig,
  store: Store,
  nameOf: (connectionUid: string) => string,
): Policies {
  return {
    async current(connectionUid) {
      const name = nameOf(connectionUid);
      const connection = loaded.ticketSystems.find((candidate) => candidate.name === name);
      if (connection === undefined) throw new ConfigError(`ticket_systems.${name} is not configured any more`);
      const { version, paused } = await store.read(async (tx) => ({
        version: await tx.settings.latestPolicyVersion(),
        paused: await tx.settings.isPaused(),
      }));
      const stored = (version?.body as PolicyBody | undefined)?.[name] ?? {};
      return {
        version: version?.id ?? "default",
        fields: Object.keys(connection.fields)
          .filter((field) => !serviceNames.has(field))
          .map((field) => fieldPolicy(loaded, connection, field, stored)),
        overwriteOnCreate: connection.settings.overwrite_on_create,
        paused,
        triageNote: connection.settings.triage_note,
        actionsPerTicketPerHour: loaded.config.limits.actions_per_ticket_per_hour,
        holdout: holdoutOf(loaded),
        lifecycle: lifecycleOf(loaded, connection, stored),
      };
    },
  };
}

const follows: Readonly<Record<string, string>> = {
  category: "queue",
  urgency: "priority",
  sentiment: "queue",
  draft: "queue",
  qa: "queue",
};
const serviceNames = new Set<string>(serviceFields);

function lifecycleOf(loaded: LoadedConfig, connection: LoadedTicketSystem, stored: PolicyBody[string]): Lifecycle {
  const { config } = loaded;
  const modeOf = (field: (typeof serviceFields)[number]) => fieldPolicy(loaded, connection, field, stored).mode;
  return {
    pipelines: config.pipelines.flatMap(({ on, ticket_system, steps, when }) =>
      ticket_system === null || ticket_system === connection.name ? [{ on, steps, when }] : [],
    ),
    modes: { sentiment: modeOf("sentiment"), draft: modeOf("draft"), qa: modeOf("qa") },
    alertAt: config.services.sentiment.alert_at,
    style: config.services.reply.style,
    rubric: config.services.qa.rubric,
  };
}

/** Is a setting written in the file, for this connection or for all? Then nothing else may change it. */
export function isPinned(
  loaded: LoadedConfig,
  connection: LoadedTicketSystem,
  field: string,
  key: "mode" | "precision",
): boolean {
  return connection.settings.fields[field]?.[key] !== undefined || loaded.config.fields[field]?.[key] !== undefined;
}

function fieldPolicy(
  loaded: LoadedConfig,
  connection: LoadedTicketSystem,
  field: string,
  stored: PolicyBody[string],
): FieldPolicy {
  const candidates = [field, follows[field]].filter((name): name is string => name !== undefined);
  const settled = <Key extends "mode" | "precision">(key: Key) => {
    const owner = candidates.find((name) => isPinned(loaded, connection, name, key));
    if (owner !== undefined) return connection.fields[owner]![key];
    const own = candidates.map((name) => stored[name]?.[key]).find((value) => value !== undefined);
    return own ?? connection.fields[field]![key];
  };
  const writeTo = connection.fields[field]!.writeTo ?? (field === "category" ? "type" : null);
  return {
    field,
    mode: settled("mode") as FieldPolicy["mode"],
    precision: settled("precision") as number,
    writeTo,
    demoted: demotedValues(field, stored),
  };
}

/** A category is named after a queue and goes with it. */
function demotedValues(field: string, stored: PolicyBody[string]): string[] {
  const own = Object.keys(stored[field]?.demoted ?? {});
  if (field !== "category") return own;
  return [...new Set([...own, ...Object.keys(stored.queue?.demoted ?? {}).map(categorySlug)])];
}
