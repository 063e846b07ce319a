/** What `otai init` asks for, per ticket system. */
export interface KnownSystem {
  readonly title: string;
  readonly use: string;
  /** The address that `domain` is the first part of; `null` for a system that calls us and is not called. */
  readonly addressEnd: string | null;
  /** Needed besides the key: parameter → question. */
  readonly asks: Readonly<Record<string, string>>;
  /** The parameter that takes the key; `null` where it is the secret of the webhook. */
  readonly keyParam: string | null;
  readonly keyEnv: string;
  /** Where the key is found, in the ticket system's words. */
  readonly keyPlace: string;
}

export const knownSystems: Readonly<Record<string, KnownSystem>> = {
  freshdesk: {
    title: "Freshdesk",
    use: "otai_freshdesk:FreshdeskTicketsystemService",
    addressEnd: ".freshdesk.com",
    asks: {},
    keyParam: "api_key",
    keyEnv: "FRESHDESK_API_KEY",
    keyPlace: "Profile icon > Profile Settings > Your API Key",
  },
  zendesk: {
    title: "Zendesk",
    use: "otai_zendesk:ZendeskTicketsystemService",
    addressEnd: ".zendesk.com",
    asks: { email: "E-mail address of the agent that the token is used with" },
    keyParam: "api_token",
    keyEnv: "ZENDESK_API_TOKEN",
    keyPlace: "Admin Center > Apps and integrations > APIs > API tokens",
  },
  webhook: {
    title: "any system that can call a webhook",
    use: "otai_webhook:WebhookTicketsystemService",
    addressEnd: null,
    asks: {},
    keyParam: null,
    keyEnv: "HOOK_SECRET",
    keyPlace: "the secret that your system signs its calls with, or sends along",
  },
};
