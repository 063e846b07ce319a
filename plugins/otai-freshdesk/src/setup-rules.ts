import type { SetupFinding } from "@otai/plugin-api/setup";

interface WantedRule {
  readonly route: string;
  readonly name: string;
  readonly page: string;
  readonly when: string;
}

const rules: readonly WantedRule[] = [
  {
    route: "ticket-created",
    name: "OTAI: new ticket",
    page: "Ticket Creation",
    when: "When a ticket is created, on any ticket",
  },
  {
    route: "customer-replied",
    name: "OTAI: customer replied",
    page: "Ticket Updates",
    when: "When an action performed by: Requester. Involves any of these events: Reply is sent",
  },
  {
    route: "ticket-resolved",
    name: "OTAI: ticket resolved",
    page: "Ticket Updates",
    when: "When an action performed by: Agent. Involves any of these events: Status is changed, from Any status to Resolved; and another one to Closed",
  },
  {
    route: "draft-requested",
    name: "OTAI: draft wanted (optional)",
    page: "Ticket Updates",
    when: "When an action performed by: Agent. Involves any of these events: the one that shall ask for a draft, e.g. a tag is added",
  },
];

/** Ids only: everything else that a placeholder could bring is read again, and free text would break the JSON. */
export const webhookTemplate = '{"ticket_id":"{{ticket.id}}","updated_at":"{{ticket.modified_on}}"}';

/** Rules cannot be read through the API, so they are never more than `unknown`. */
export function webhookRules(connection: string, publicUrl: string | null, bot: string): SetupFinding[] {
  const base = publicUrl?.replace(/\/+$/, "") ?? "https://<address of this installation>";
  const path = connection === "freshdesk" ? "freshdesk" : `freshdesk/${encodeURIComponent(connection)}`;
  return rules.map((rule) => ({
    id: `rule-${rule.route}`,
    state: "unknown",
    what: `rule "${rule.name}" (Freshdesk does not show its rules to the API)`,
    steps: [
      `Admin → Workflows → Automations → ${rule.page} → New rule, name it "${rule.name}"`,
      rule.when,
      ...(rule.page === "Ticket Updates"
        ? [`Condition: performed by is not ${bot}, so that our own changes do not come back`]
        : []),
      "Action: Trigger webhook, request type POST",
      `URL: ${base}/${path}/${rule.route}`,
      'Add custom headers: {"X-OTAI-Webhook-Secret":"<the webhook secret from config.yml>"}',
      "Encoding: JSON, content: Advanced, and paste:",
      webhookTemplate,
      "Preview and save, then move the rule above those that stop further rules",
    ],
    applicable: false,
  }));
}
