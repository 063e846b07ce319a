/** The secret that the sandbox's webhooks carry in tests. */
export const webhookSecret = "a-secret-between-desk-and-otai";

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
