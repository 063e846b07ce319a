import { definePlugin, defineTicketSystem } from "@otai/plugin-api/plugin";
import { verifySharedSecret } from "@otai/plugin-kit/webhook-verifiers";
import { createAccount } from "./account.ts";
import { addNote } from "./add-note.ts";
import { createFreshdeskClient } from "./client.ts";
import { findFirstTicket, findTickets } from "./find-tickets.ts";
import { getConversation } from "./get-conversation.ts";
import { getTicket } from "./get-ticket.ts";
import { identify } from "./identify.ts";
import { listAgents } from "./list-agents.ts";
import { listArticles } from "./list-articles.ts";
import { cursorFrom, listChanges } from "./list-changes.ts";
import { listFields } from "./list-fields.ts";
import { listPriorities } from "./list-priorities.ts";
import { listQueues } from "./list-queues.ts";
import { listTemplates } from "./list-templates.ts";
import { freshdeskParams, portalUrlOf } from "./params.ts";
import { parseWebhook } from "./parse-webhook.ts";
import { checkSetup } from "./setup.ts";
import { updateRequester } from "./update-requester.ts";
import { updateTicket } from "./update-ticket.ts";

export default definePlugin({
  api: 1,
  ticketSystems: {
    FreshdeskTicketsystemService: defineTicketSystem({
      title: "Freshdesk (API v2)",
      params: freshdeskParams,
      create(params, context) {
        const account = createAccount(createFreshdeskClient(params, context), context, portalUrlOf(params));
        return {
          read: {
            identify: () => identify(account),
            findTickets: (query) => findTickets(account, query),
            findFirstTicket: (query) => findFirstTicket(account, query),
            getTicket: (id) => getTicket(account, id),
            getConversation: (id) => getConversation(account, id),
            listQueues: () => listQueues(account),
            listPriorities: () => listPriorities(account),
            listFields: () => listFields(account),
            listAgents: () => listAgents(account),
          },
          write: {
            updateTicket: (id, update) => updateTicket(account, id, update),
            addNote: (id, note) => addNote(account, id, note),
            updateRequester: (requesterId, fields) => updateRequester(account, requesterId, fields),
          },
          changes: { cursorFrom, listChanges: (cursor) => listChanges(account, cursor) },
          webhooks: { routes: ["draft-requested"], verify: verifySharedSecret, parse: parseWebhook },
          articles: {
            source: "freshdesk-solutions",
            listArticles: () => listArticles(account, params.article_languages),
          },
          templates: { listTemplates: () => listTemplates(account) },
          setup: { check: (options) => checkSetup(account, options) },
          quirks: { noteWithUpdate: false, optimisticLock: false, ownWritesFireRules: true },
        };
      },
    }),
  },
});
