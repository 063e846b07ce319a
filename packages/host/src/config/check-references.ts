import type { ConfigPath } from "./config-issue.ts";
import type { Config } from "./config-schema.ts";
import { builtInFields } from "./field-schema.ts";
import type { Conditions } from "./schema-words.ts";
import type { RoutingRule } from "./service-schema.ts";
import { suggestionText } from "./suggest.ts";

/** A fault between parts that are each right by themselves. */
export interface ReferenceFault {
  readonly path: ConfigPath;
  readonly message: string;
}

/** Sections that were readable; what is absent was reported by its schema. */
export type ReadableSections = { readonly [Section in keyof Config]?: Config[Section] | undefined };

/** Names that lead nowhere, and routing rules that cannot work. `systemNames` are those in the file. */
export function checkReferences(sections: ReadableSections, systemNames: readonly string[]): ReferenceFault[] {
  const { routing = [], pipelines = [], server, services, fields = {} } = sections;
  const keys = server?.keys ?? [];
  return [
    ...checkRouting(routing),
    ...checkCategories(routing, pipelines, fields.category?.labels),
    ...pipelines.flatMap(({ ticket_system }, at) =>
      ticket_system === null ? [] : checkSystem(["pipelines", at, "ticket_system"], ticket_system, systemNames),
    ),
    ...(services?.sentiment.deliver ?? []).flatMap(({ ticket_systems }, at) =>
      (ticket_systems ?? []).flatMap((name, index) =>
        checkSystem(["services", "sentiment", "deliver", at, "ticket_systems", index], name, systemNames),
      ),
    ),
    ...keys.flatMap(({ name }, at) =>
      keys.findIndex((key) => key.name === name) === at
        ? []
        : [{ path: ["server", "keys", at, "name"], message: `"${name}" names another key already` }],
    ),
  ];
}

function checkSystem(path: ConfigPath, name: string, known: readonly string[]): ReferenceFault[] {
  if (known.includes(name)) return [];
  return [{ path, message: `there is no ticket system "${name}"${suggestionText(name, known)}` }];
}

/**
 * A field that is not built in is either a label of the site's own, with its values, or a typing mistake.
 * @param above names that the level above defines
 */
export function checkFieldNames(
  path: ConfigPath,
  fields: Readonly<Record<string, unknown>>,
  above: readonly string[],
): ReferenceFault[] {
  const known = [...builtInFields, ...above];
  return Object.entries(fields).flatMap(([name, settings]) => {
    const hasLabels = typeof settings === "object" && settings !== null && "labels" in settings;
    if (known.includes(name) || hasLabels) return [];
    const hint = suggestionText(name, known).replace(/[^?]$/, "$&.");
    const message = `is not a field${hint} A label of your own needs labels: [one, two]`;
    return [{ path: [...path, name], message }];
  });
}

/** First match wins: the default stands last, and no rule stands behind one that takes all its tickets. */
export function checkRouting(rules: readonly RoutingRule[]): ReferenceFault[] {
  const faults: ReferenceFault[] = [];
  for (const [at, rule] of rules.entries()) {
    const earlier = rules.slice(0, at).findIndex((other) => covers(other.when, rule.when));
    if (earlier >= 0) {
      const message = `is never reached: routing[${earlier}] takes all of its tickets; move it before that rule or remove it`;
      faults.push({ path: ["routing", at], message });
    }
  }
  const last = rules.at(-1);
  if (last !== undefined && Object.keys(last.when).length > 0) {
    const message = "the default is missing: add a last rule without when, for instance - then: { queue: Support }";
    faults.push({ path: ["routing"], message });
  }
  return faults;
}

/** Does everything that `narrow` takes fulfil `wide` too? */
function covers(wide: Conditions, narrow: Conditions): boolean {
  return Object.entries(wide).every(([key, values]) => {
    const given = narrow[key as keyof Conditions] as readonly string[] | undefined;
    return given?.every((value) => (values as readonly string[]).includes(value)) ?? false;
  });
}

/** Where the categories are configured, conditions may name no other. */
function checkCategories(
  routing: Config["routing"],
  pipelines: Config["pipelines"],
  labels: readonly string[] | undefined,
): ReferenceFault[] {
  if (labels === undefined) return [];
  const known = [...labels, "unclassified"];
  const places = [
    ...routing.map((rule, at) => ({ path: ["routing", at], when: rule.when })),
    ...pipelines.map((pipeline, at) => ({ path: ["pipelines", at], when: pipeline.when })),
  ];
  return places.flatMap(({ path, when }) =>
    (when.category ?? [])
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: [...path, "when", "category"],
        message: `"${name}" is not in fields.category.labels${suggestionText(name, known)}`,
      })),
  );
}
