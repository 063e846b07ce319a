import { definePlugin, defineTicketSystem } from "@otai/plugin-api/plugin";
import { documentsOf, type WebhookAccount } from "./account.ts";
import { addNote } from "./add-note.ts";
import { createCallbackClient } from "./client.ts";
import { findFirstTicket, findTickets } from "./find-tickets.ts";
import { getConversation } from "./get-conversation.ts";
import { getTicket } from "./get-ticket.ts";
import { identify } from "./identify.ts";
import { cursorFrom, listChanges } from "./list-changes.ts";
import { listFields } from "./list-fields.ts";
import { listPriorities } from "./list-priorities.ts";
import { listQueues } from "./list-queues.ts";
import { webhookParams } from "./params.ts";
import { parseWebhook } from "./parse-webhook.ts";
import { reportAbstentions } from "./report-abstentions.ts";
import { sendResults } from "./send-results.ts";
import { updateRequester } from "./update-requester.ts";
import { updateTicket } from "./update-ticket.ts";
import { checkSecret, verifyWebhook } from "./verify-webhook.ts";

export default definePlugin({
  api: 1,
  ticketSystems: {
    WebhookTicketsystemService: defineTicketSystem({
      title: "Any system, by webhook",
      params: webhookParams,
      create(params, context) {
        const { clock, log } = context;
        const documents = documentsOf(context.connection, context.documents);
        const account: WebhookAccount = { params, clock, documents };
        const client = createCallbackClient(params, context);
        let first = true;
        return {
          read: {
            identify: () => identify(account),
            findTickets: (query) => findTickets(account, query),
            findFirstTicket: (query) => findFirstTicket(account, query),
            getTicket: (id) => getTicket(account, id),
            getConversation: (id) => getConversation(account, id),
            // At a terminal no store is open; what payloads named is not known there.
            ...(context.documents === undefined ? {} : { listQueues: () => listQueues(account) }),
            listPriorities,
            listFields,
          },
          write: {
            updateTicket: (id, update) => updateTicket(account, id, update),
            addNote: (id, note, answers) => addNote(account, id, note, answers),
            updateRequester: (requesterId, fields, answers) => updateRequester(account, requesterId, fields, answers),
            reportAbstentions: (id, abstentions) => reportAbstentions(account, id, abstentions),
          },
          changes: { cursorFrom, listChanges },
          webhooks: {
            routes: ["events", "ticket-updated", "ticket-deleted", "draft-requested"],
            verify: (delivery, secrets) => verifyWebhook(delivery, secrets, params),
            parse: (delivery) => parseWebhook(delivery, params),
            checkSecret,
          },
          ...(client !== null && {
            outbox: {
              async sendDue() {
                const report = await sendResults({ client, documents: documents(), clock, log, first });
                first = false;
                return report;
              },
            },
          }),
          quirks: {
            noteWithUpdate: true,
            optimisticLock: true,
            ownWritesFireRules: true,
            passesOnAnswers: client !== null,
          },
        };
      },
    }),
  },
});
