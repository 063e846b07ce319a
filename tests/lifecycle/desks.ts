import {
  freshdeskConnection,
  freshdeskWebhook,
  otoboConnection,
  webhookSecret,
  zammadConnection,
  zammadWebhook,
  zendeskConnection,
  zendeskWebhook,
} from "../stage/connection-config.ts";

type Flavour = "otobo" | "znuny" | "otrs";

function otoboDesk(flavour: Flavour) {
  const connection = otoboConnection(flavour);
  return {
    connection: (settings: { sandboxUrl: string }) => connection({ ...settings, webhook: { secret: webhookSecret } }),
    webhook: (otaiUrl: string) => ({
      dialect: flavour,
      url: `${otaiUrl}/${flavour}/events`,
      secret: webhookSecret,
      events: ["ticket-created", "customer-replied", "ticket-updated", "ticket-resolved"],
    }),
  };
}

/** Every helpdesk of the sandbox, connected as its guide has it, with its rules or invokers. */
export const desks = {
  freshdesk: { connection: freshdeskConnection, webhook: freshdeskWebhook },
  zendesk: { connection: zendeskConnection, webhook: zendeskWebhook },
  zammad: { connection: zammadConnection, webhook: zammadWebhook },
  otobo: otoboDesk("otobo"),
  znuny: otoboDesk("znuny"),
  otrs: otoboDesk("otrs"),
};

export type DeskName = keyof typeof desks;
export const deskNames = Object.keys(desks) as DeskName[];
