import type { Abstention } from "@otai/plugin-api/ticket-update";
import { presentTicket, type WebhookAccount } from "./account.ts";
import { ticketKey } from "./kept-ticket.ts";
import { queueResults } from "./queue-results.ts";
import { resultOfAbstentions } from "./result-message.ts";

/** Told once: a run that is begun anew after a crash comes to the same abstentions and says nothing new. */
export async function reportAbstentions(
  account: WebhookAccount,
  id: string,
  abstentions: readonly Abstention[],
): Promise<void> {
  const at = account.clock.now();
  const abstained = JSON.stringify(abstentions);
  let isNews = true;
  const queued = queueResults(account, at, abstained, [resultOfAbstentions(id, abstentions)]);
  await account.documents().apply([
    {
      key: ticketKey(id),
      change(known) {
        const before = presentTicket(known, id);
        isNews = before.abstained !== abstained;
        return isNews ? { ...before, abstained } : known;
      },
    },
    ...queued.map(({ key, change }) => ({ key, change: (known: unknown) => (isNews ? change(known) : known) })),
  ]);
}
