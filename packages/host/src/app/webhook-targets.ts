import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { WebhookReceiver } from "@otai/plugin-api/webhook";
import type { LoadedConfig, LoadedTicketSystem } from "../config/load-config.ts";
import type { WebhookTarget } from "../http/webhook-routes.ts";
import { platformOf } from "../plugins/platform-of.ts";

/** Webhooks count as arriving for so long after the last one. */
const lately = 15 * 60 * 1000;

/** The connections that may receive webhooks: those with a secret and a plugin that can verify. Without a secret there is no route. */
export function createWebhookTargets(loaded: LoadedConfig) {
  const targets: WebhookTarget[] = [];
  const lastDelivery = new Map<string, number>();
  return {
    /** @throws ConfigError for a secret that must not be used. */
    add(configured: LoadedTicketSystem, connected: ConnectedSystem): void {
      const { webhook } = loaded.config.ticket_systems[configured.name]!;
      const receiver = connected.system.webhooks;
      if (webhook === null || receiver === undefined) return;
      for (const secret of [webhook.secret, ...webhook.previous_secrets]) receiver.checkSecret?.(secret);
      targets.push({
        connected,
        platforms: [...(receiver.platforms ?? []), platformOf(configured.plugin.packageName)],
        receiver: noting(receiver, (at) => lastDelivery.set(connected.uid, at)),
        secrets: [webhook.secret, ...webhook.previous_secrets],
      });
    },
    list: (): readonly WebhookTarget[] => targets,
    arrivedLately(uid: string, now: number): boolean {
      const last = lastDelivery.get(uid);
      return last !== undefined && now - last < lately;
    },
  };
}

/** Remembers when a verified delivery was understood: from then on polling is only reconciliation. */
function noting(receiver: WebhookReceiver, note: (at: number) => void): WebhookReceiver {
  return {
    ...receiver,
    parse(delivery) {
      const parsed = receiver.parse(delivery);
      note(delivery.receivedAt);
      return parsed;
    },
  };
}
