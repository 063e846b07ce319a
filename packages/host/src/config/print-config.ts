import { stringify } from "yaml";
import type { ConfigPath } from "./config-issue.ts";
import type { LoadedConfig } from "./load-config.ts";

const mask = "***";
const secretKey = /(^|_)(key|token|secret|secrets|password|passwd)$/i;

/** The configuration in force as YAML, with defaults filled in and every secret as `***` (D47, S03). */
export function printConfig(loaded: LoadedConfig): string {
  const hidden = new Set(loaded.secretPaths.map((path) => path.join("\0")));
  const { config } = loaded;
  const systems = loaded.ticketSystems.map(({ name, settings, fields }) => [
    name,
    { ...settings, fields: inYamlForm(fields) },
  ]);
  const whole = { ...config, ticket_systems: Object.fromEntries(systems), fields: inYamlForm(loaded.fields) };
  return stringify(masked(whole, [], hidden), { aliasDuplicateObjects: false });
}

function inYamlForm(fields: LoadedConfig["fields"]) {
  const entries = Object.entries(fields).map(([name, { mode, precision, labels, writeTo }]) => [
    name,
    { mode, precision, ...(labels === null ? {} : { labels }), ...(writeTo === null ? {} : { write_to: writeTo }) },
  ]);
  return Object.fromEntries(entries);
}

function masked(value: unknown, path: ConfigPath, hidden: ReadonlySet<string>): unknown {
  if (hidden.has(path.join("\0"))) return mask;
  if (Array.isArray(value)) return value.map((item, at) => masked(item, [...path, at], hidden));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        isSecret(key, inner) || isChatAddress(key, path) ? maskedLike(inner) : masked(inner, [...path, key], hidden),
      ]),
    );
  }
  return typeof value === "string" ? value.replace(/^(\w+:\/\/[^/:@\s]*):[^@/\s]*@/, `$1:${mask}@`) : value;
}

/** `keys` is a list of groups with names that may be seen. */
function isSecret(key: string, value: unknown): boolean {
  return secretKey.test(key) && value !== null && (typeof value !== "object" || Array.isArray(value));
}

/** Whoever knows the address of an incoming webhook may post there. */
function isChatAddress(key: string, path: ConfigPath): boolean {
  return key === "url" && path.at(-1) === "chat";
}

function maskedLike(value: unknown): unknown {
  return Array.isArray(value) ? value.map(() => mask) : mask;
}
