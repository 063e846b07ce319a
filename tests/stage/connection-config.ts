/** The secret that the sandbox's webhooks carry in tests. */
export const webhookSecret = "a-secret-between-desk-and-otai";

/** Fields of a configuration in which triage alone writes, for tests that count its writes. */
export const triageAlone = {
  sentiment: { mode: "shadow" },
  draft: { mode: "shadow" },
  qa: { mode: "shadow" },
} as const;

interface Settings {
  readonly sandboxUrl: string;
  readonly [setting: string]: unknown;
}

/** A connection to the sandbox's Freshdesk, as it stands in `config.yml`. */
export function freshdeskConnection({ sandboxUrl, ...settings }: Settings) {
  return {
    use: "otai_freshdesk:FreshdeskTicketsystemService",
    params: { base_url: `${sandboxUrl}/freshdesk`, api_key: "sandbox", timeout: 2 },
    poll_seconds: 5,
    webhook: { secret: webhookSecret },
    ...settings,
  };
}

/** A connection to the sandbox's Zendesk. */
export function zendeskConnection({ sandboxUrl, ...settings }: Settings) {
  return {
    use: "otai_zendesk:ZendeskTicketsystemService",
    params: { base_url: `${sandboxUrl}/zendesk`, email: "agent@sandbox.example", api_token: "sandbox", timeout: 2 },
    poll_seconds: 5,
    webhook: { secret: webhookSecret },
    ...settings,
  };
}

/** A connection to the sandbox's Zammad. */
export function zammadConnection({ sandboxUrl, ...settings }: Settings) {
  return {
    use: "otai_zammad:ZammadTicketsystemService",
    params: { base_url: `${sandboxUrl}/zammad`, token: "sandbox", timeout: 2 },
    poll_seconds: 5,
    webhook: { secret: webhookSecret },
    ...settings,
  };
}

type OtoboFlavour = "otobo" | "znuny" | "otrs";

/**
 * A connection to one of OTOBO's family, by polling: its invokers call once and never again. The sandbox stamps in the time zone of
 * its server.
 */
export function otoboConnection(flavour: OtoboFlavour) {
  const service = { otobo: "Otobo", znuny: "Znuny", otrs: "Otrs" }[flavour];
  const login = { username: "otai", password: "sandbox", time_zone: "Europe/Berlin" };
  return ({ sandboxUrl, ...settings }: Settings) => ({
    use: `otai_otobo_znuny:${service}TicketsystemService`,
    params: { base_url: `${sandboxUrl}/${flavour}`, ...login, timeout: 2 },
    poll_seconds: 5,
    ...settings,
  });
}

/** Everything that Freshdesk's rules of the guide send. */
export function freshdeskWebhook(otaiUrl: string) {
  return {
    dialect: "freshdesk",
    url: `${otaiUrl}/freshdesk/{event}`,
    secret: webhookSecret,
    events: ["ticket-created", "customer-replied", "ticket-resolved"],
  };
}

export function zendeskWebhook(otaiUrl: string) {
  return {
    dialect: "zendesk",
    url: `${otaiUrl}/zendesk/events`,
    secret: webhookSecret,
    events: ["ticket-created", "customer-replied", "ticket-updated", "ticket-resolved"],
  };
}

export function zammadWebhook(otaiUrl: string) {
  return {
    dialect: "zammad",
    url: `${otaiUrl}/zammad/events`,
    secret: webhookSecret,
    events: ["ticket-created", "customer-replied", "ticket-updated", "ticket-resolved"],
  };
}
