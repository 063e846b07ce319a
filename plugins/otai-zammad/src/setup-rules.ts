import type { SetupFinding } from "@otai/plugin-api/setup";

interface WantedTrigger {
  readonly route: string;
  readonly name: string;
  readonly when: readonly string[];
}

const triggers: readonly WantedTrigger[] = [
  { route: "ticket-created", name: "OTAI: new ticket", when: ["Ticket → Action → is → created"] },
  {
    route: "customer-replied",
    name: "OTAI: customer replied",
    when: ["Ticket → Action → is → updated", "Article → Action → is → created", "Article → Sender → is → Customer"],
  },
  {
    route: "ticket-resolved",
    name: "OTAI: ticket resolved",
    when: ["Ticket → Action → is → updated", "Ticket → State → has changed", "Ticket → State → is → closed"],
  },
];

/** Neither webhooks nor triggers are readable with an agent's token, so they are never more than `unknown`. */
export function webhookTriggers(connection: string, publicUrl: string | null, bot: string): SetupFinding[] {
  const base = publicUrl?.replace(/\/+$/, "") ?? "https://<address of this installation>";
  const path = connection === "zammad" ? "zammad" : `zammad/${encodeURIComponent(connection)}`;
  return triggers.map(({ route, name, when }) => ({
    id: `trigger-${route}`,
    state: "unknown",
    what: `webhook and trigger "${name}" (Zammad shows them to administrators only)`,
    steps: [
      `Admin → Manage → Webhook → New Webhook, name it "${name}"`,
      `Endpoint, without a slash at the end (Zammad follows no redirect): ${base}/${path}/${route}`,
      "HMAC SHA1 Signature Token: <the webhook secret from config.yml>; leave Custom Payload off",
      `Admin → Manage → Trigger → New Trigger, name it "${name}", activator: action`,
      `Conditions: ${when.join("; ")}`,
      ...(route === "ticket-created"
        ? []
        : [`And: Ticket → Updated by → is not → ${bot}, so that our own changes do not come back`]),
      `Execute changes: Webhook → ${name}, then submit`,
    ],
    applicable: false,
  }));
}
