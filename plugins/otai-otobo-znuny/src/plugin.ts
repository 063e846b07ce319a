import { definePlugin, defineTicketSystem } from "@otai/plugin-api/plugin";
import { verifySharedSecret } from "@otai/plugin-kit/webhook-verifiers";
import { createAccount } from "./account.ts";
import { addNote } from "./add-note.ts";
import { createOtoboClient } from "./client.ts";
import { findFirstTicket, findTickets } from "./find-tickets.ts";
import { getConversation } from "./get-conversation.ts";
import { getTicket } from "./get-ticket.ts";
import { identify } from "./identify.ts";
import { listArticles } from "./list-articles.ts";
import { cursorFrom, listChanges } from "./list-changes.ts";
import { listFields } from "./list-fields.ts";
import { listPriorities } from "./list-priorities.ts";
import { listQueues } from "./list-queues.ts";
import { type Flavour, flavours, paramsFor } from "./params.ts";
import { answerToInvoker, parseWebhook } from "./parse-webhook.ts";
import { checkSetup } from "./setup.ts";
import { updateTicket } from "./update-ticket.ts";

export default definePlugin({
  api: 1,
  ticketSystems: {
    OtoboTicketsystemService: service("otobo", "OTOBO (generic interface, REST)"),
    ZnunyTicketsystemService: service("znuny", "Znuny (generic interface, REST)"),
    OtrsTicketsystemService: service("otrs", "OTRS 6 and older forks (generic interface, REST)"),
  },
});

/** One code family: the name decides only where it is installed by default. */
function service(flavour: Flavour, title: string) {
  return defineTicketSystem({
    title,
    params: paramsFor(flavour),
    create(params, context) {
      const account = createAccount(createOtoboClient(params, context), context, params);
      return {
        read: {
          identify: () => identify(account),
          findTickets: (query) => findTickets(account, query),
          findFirstTicket: (query) => findFirstTicket(account, query),
          getTicket: (id) => getTicket(account, id),
          getConversation: (id) => getConversation(account, id),
          listQueues: () => listQueues(account),
          listPriorities: () => listPriorities(params),
          listFields: () => listFields(account),
        },
        write: {
          updateTicket: (id, update) => updateTicket(account, id, update),
          addNote: (id, note) => addNote(account, id, note),
        },
        changes: {
          cursorFrom,
          listChanges: (cursor) => listChanges(account, cursor),
        },
        webhooks: {
          routes: ["events"],
          platforms: [...new Set([params.flavour, ...flavours])],
          verify: verifySharedSecret,
          parse: (delivery) => parseWebhook(account.zone.origin() === "unknown" ? null : account.time, delivery),
          answer: answerToInvoker,
        },
        ...(params.faq_webservice !== undefined && {
          articles: { source: "otobo-faq", listArticles: () => listArticles(account) },
        }),
        setup: { check: (options) => checkSetup(account, options) },
        quirks: { noteWithUpdate: true, optimisticLock: false, ownWritesFireRules: true },
      };
    },
  });
}
