import type { KnownSystem } from "./known-systems.ts";

export interface Answers {
  /** The key in `ticket_systems`, e.g. `freshdesk`. */
  readonly name: string;
  readonly system: KnownSystem;
  /** Either `domain` or `base_url`, and what else the system asks for. */
  readonly params: Readonly<Record<string, string>>;
  /** Name of the environment variable that holds the key. */
  readonly keyEnv: string;
}

/** A commented `config.yml` in shadow mode. The key itself never stands in it. */
export function writeConfig({ name, system, params, keyEnv }: Answers): string {
  const given = Object.entries(params).map(([key, value]) => `      ${key}: ${JSON.stringify(value)}`);
  const place = `# ${system.keyPlace}. The key stands in the environment or in .env beside this file.`;
  const key = `"{{ get_env('${keyEnv}') }}"`;
  const account =
    system.keyParam === null
      ? ["    params: {}", `    ${place}`, `    webhook: { secret: ${key} }`]
      : ["    params:", ...given, `      ${place}`, `      ${system.keyParam}: ${key}`];
  return `# Open Ticket AI. Check it with: otai validate    Then: otai doctor, otai start
ticket_systems:
  ${name}:
    use: ${system.use}
${account.join("\n")}
    ingest_from: now      # older tickets are learned from, never changed
    poll_seconds: 30

# Every field is in shadow mode: computed and shown, not written. Once the numbers of \`otai fields\` convince you:
#   otai fields set ${name} queue --mode suggest
# What stands here is fixed instead, and \`otai fields set\` refuses to change it:
# fields:
#   queue: { mode: suggest, precision: 0.97 }   # at least 97 % of what is written must be right

# routing:
#   - when: { category: billing, urgency: [high, critical] }
#     then: { queue: Billing }
#   - then: { queue: Support }                  # the default stands last
`;
}
