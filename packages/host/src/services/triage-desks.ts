import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { ServiceError } from "@otai/service-api/service-error";
import type { CategorySetting, TriageDesk, TriageDesks } from "@otai/services/triage/triage-desk";
import type { FieldSettings } from "../config/field-schema.ts";
import type { LoadedConfig } from "../config/load-config.ts";
import { platformOf } from "../plugins/platform-of.ts";
import type { AgentDirectory } from "../triage/agent-directory.ts";
import type { Champions } from "../triage/champions.ts";

export interface DeskParts {
  readonly loaded: LoadedConfig;
  readonly champions: Champions;
  readonly connected: () => readonly ConnectedSystem[];
  readonly directory: AgentDirectory;
}

/** The connections of this installation as triage sees them. */
export function createTriageDesks({ loaded, champions, connected, directory }: DeskParts): TriageDesks {
  function settingsOf(name: string | null) {
    return loaded.ticketSystems.find((system) => system.name === name);
  }

  /** `otai-freshdesk` speaks for `freshdesk`; the family of OTOBO for all its flavours. */
  function speaks(platform: string, name: string): boolean {
    const { packageName = "", name: service = "" } = settingsOf(name)?.plugin ?? {};
    const asked = platform === "generic" ? "webhook" : platform;
    return packageName.endsWith(asked) || service.toLowerCase().startsWith(asked);
  }

  return {
    async find(connection, platform = null): Promise<TriageDesk> {
      const systems = connected();
      const found =
        connection === null
          ? (systems.find(({ name }) => platform !== null && speaks(platform, name)) ?? systems[0])
          : systems.find(({ name }) => name === connection);
      if (connection !== null && found === undefined) {
        throw ServiceError.field(
          "connection",
          `is not configured; there are ${systems.map(({ name }) => name).join(", ") || "none"}`,
        );
      }
      const settings = settingsOf(found?.name ?? null);
      const fields = settings?.fields ?? loaded.fields;
      return {
        connection: found?.name ?? null,
        platform: settings === undefined ? null : platformOf(settings.plugin.packageName),
        serving: found === undefined ? null : await champions.get(found.uid),
        groups: found === undefined ? [] : (await found.schema()).queues,
        precision: Object.fromEntries(Object.entries(fields).map(([name, { precision }]) => [name, precision])),
        categories: configuredCategories(fields.category),
        roster: async () =>
          found === undefined ? { unknown: "there is no ticket system that knows agents" } : directory.roster(found),
      };
    },
    async groups() {
      const schemas = await Promise.all(connected().map((system) => system.schema()));
      return schemas.flatMap(({ queues }) => queues);
    },
  };
}

/** The site's own categories, described as far as it did. */
function configuredCategories(settings: FieldSettings | undefined): CategorySetting[] {
  return (settings?.labels ?? []).map((name) => {
    const {
      description = name.replaceAll("_", " "),
      examples = [],
      parent = null,
      queue = null,
    } = settings?.describe[name] ?? {};
    return { name, description, examples, parent, queue };
  });
}
