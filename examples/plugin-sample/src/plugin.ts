import { definePlugin, defineTicketSystem } from "@otai/plugin-api/plugin";
import { addNote } from "./add-note.ts";
import { createPlainDeskClient } from "./client.ts";
import { findFirstTicket, findTickets } from "./find-tickets.ts";
import { getConversation } from "./get-conversation.ts";
import { getTicket } from "./get-ticket.ts";
import { identify } from "./identify.ts";
import { cursorFrom, listChanges } from "./list-changes.ts";
import { listQueues } from "./list-queues.ts";
import { plainDeskParams } from "./params.ts";
import { updateTicket } from "./update-ticket.ts";

export default definePlugin({
  api: 1,
  ticketSystems: {
    PlainDesk: defineTicketSystem({
      title: "Plain Desk",
      params: plainDeskParams,
      create(params, context) {
        const client = createPlainDeskClient(params, context);
        return {
          read: {
            identify: () => identify(client, params.base_url),
            findTickets: (query) => findTickets(client, query),
            findFirstTicket: (query) => findFirstTicket(client, query),
            getTicket: (id) => getTicket(client, id),
            getConversation: (id) => getConversation(client, id),
            listQueues: () => listQueues(client),
          },
          write: {
            updateTicket: (id, update) => updateTicket(client, id, update),
            addNote: (id, note) => addNote(client, id, note),
          },
          changes: { cursorFrom, listChanges: (cursor) => listChanges(client, context.clock, cursor) },
          // Replace: what the suite shall hold you to, see `Quirks` of the plugin API.
          quirks: { noteWithUpdate: false, optimisticLock: true, ownWritesFireRules: false },
        };
      },
    }),
  },
});
