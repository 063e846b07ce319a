import type { SetupFinding } from "@otai/plugin-api/setup";
import type { Account } from "./account.ts";

/** Zendesk's own names, as an administrator finds them in the list of event types. */
export const eventTypes = [
  "Ticket created",
  "Ticket comment added",
  "Ticket status changed",
  "Ticket priority changed",
  "Ticket group assignment changed",
  "Ticket deleted",
];

/** What a trigger is given to send: ids and a time alone, since a text may break the JSON around it (D18). */
export const triggerTemplate =
  '{"ticket_id":"{{ticket.id}}","actor_id":"{{current_user.id}}","occurred_at":"{{ticket.updated_at_with_timestamp}}"}';

/** How Zendesk is told to call us. Polling works without; webhooks make it quick. */
export function webhookFindings(account: Account, publicUrl: string | null): SetupFinding[] {
  const base = `${publicUrl?.replace(/\/+$/, "") ?? "https://<address of this installation>"}/zendesk/${account.context.connection}`;
  return [
    {
      id: "webhook_events",
      state: "unknown",
      what: "Webhook with an event subscription (recommended)",
      steps: [
        "Open Admin Center → Apps and integrations → Webhooks and click Create webhook",
        `Choose Zendesk events and select: ${eventTypes.join(", ")}`,
        `Name "OTAI events", endpoint URL ${base}/events, request method POST, request format JSON, authentication None (the signature proves the sender)`,
        "Click Create webhook, open it, reveal the Signing secret and put it into the environment variable that webhook.secret names",
        "Do not rely on Test webhook: the button signs with a public secret, which is refused",
      ],
      applicable: false,
    },
    {
      id: "webhook_triggers",
      state: "unknown",
      what: "Instead of the event subscription: one webhook per route, called by triggers",
      steps: [
        `Create a webhook with Trigger or automation for each of ${base}/ticket-created, ${base}/customer-replied and ${base}/ticket-resolved (POST, JSON)`,
        "Open Admin Center → Objects and rules → Business rules → Triggers and click Create trigger for each of them",
        'Conditions for created: "Ticket > Is > Created"; for replied: "Comment > Is > Public" and "Current user > Is > (end user)"; for resolved: "Status > Changed to > Solved"',
        'In each of them add the condition "Current user > Is not > (the agent behind the token)", so that our own writes do not call us',
        `Action "Notify by > Active webhook", JSON body: ${triggerTemplate}`,
      ],
      applicable: false,
    },
  ];
}
