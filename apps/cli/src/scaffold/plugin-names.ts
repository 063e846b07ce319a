import { ConfigError } from "@otai/plugin-api/errors";

/** A helpdesk's name in every form that its plugin needs. */
export interface PluginNames {
  /** `acme-desk`: files, addresses, and behind `otai-` the package. */
  readonly kebab: string;
  /** `acme_desk`: in `use:`. */
  readonly snake: string;
  /** `ACME_DESK`: environment variables. */
  readonly constant: string;
  /** `acmeDesk` */
  readonly camel: string;
  /** `AcmeDesk`: types, and the ticket system's name behind `use: otai_acme_desk:` */
  readonly pascal: string;
  /** `Acme Desk`: for people. */
  readonly title: string;
}

/** @param given `acme-desk`, or the package's name `otai-acme-desk`. @throws ConfigError for anything else */
export function pluginNames(given: string): PluginNames {
  const kebab = given.replace(/^otai-/, "");
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab) || kebab.length > 60) {
    throw new ConfigError(
      `"${given}" cannot name a plugin: give small letters, digits and single hyphens, as in acme-desk`,
    );
  }
  const words = kebab.split("-");
  const capitals = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return {
    kebab,
    snake: words.join("_"),
    constant: words.join("_").toUpperCase(),
    camel: `${words[0]}${capitals.slice(1).join("")}`,
    pascal: capitals.join(""),
    title: capitals.join(" "),
  };
}
