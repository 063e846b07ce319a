import type { AccountIdentity } from "@otai/plugin-api/ticket-system";
import type { WebhookAccount } from "./account.ts";

/** By this `actor_id` a sender says that it only carries out what we told it. */
const ourselves = { id: "otai", name: "OTAI" } as const;

/** Nobody can be asked who they are: whoever holds the secret is the system. Where results go may change without it becoming another one. */
export async function identify({ params }: WebhookAccount): Promise<AccountIdentity> {
  const receiver =
    params.callback_url === undefined ? "fetched by the sender" : `sent to ${new URL(params.callback_url).host}`;
  return { fingerprint: "generic-webhook", label: `tickets by webhook, results ${receiver}`, botUser: ourselves };
}
