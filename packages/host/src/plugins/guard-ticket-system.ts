import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { createCallGuard, type GuardOptions } from "./guard-calls.ts";

/** The same ticket system, every call of it with a time limit, a breaker and typed errors. Absent parts stay absent. */
export function guardTicketSystem(system: TicketSystem, options: GuardOptions): TicketSystem {
  const { call, list, sync } = createCallGuard(options);
  /** A method that may be absent, bound to its object, so that adapters may be classes. */
  const reading = <Args extends unknown[], Value>(
    name: string,
    owner: object,
    method: ((...args: Args) => Promise<Value>) | undefined,
  ) => method && ((...args: Args) => call(name, false, () => method.apply(owner, args)));
  const writing = <Args extends unknown[], Value>(
    name: string,
    owner: object,
    method: ((...args: Args) => Promise<Value>) | undefined,
  ) => method && ((...args: Args) => call(name, true, () => method.apply(owner, args)));

  const { read, write, changes, webhooks, articles, templates, setup, outbox, quirks } = system;
  return {
    quirks,
    read: present({
      identify: () => call("identify", false, () => read.identify()),
      findTickets: (query) => list("findTickets", () => read.findTickets(query)),
      findFirstTicket: (query) => call("findFirstTicket", false, () => read.findFirstTicket(query)),
      getTicket: (id) => call("getTicket", false, () => read.getTicket(id)),
      getConversation: reading("getConversation", read, read.getConversation),
      listQueues: reading("listQueues", read, read.listQueues),
      listPriorities: reading("listPriorities", read, read.listPriorities),
      listFields: reading("listFields", read, read.listFields),
      listAgents: reading("listAgents", read, read.listAgents),
    } satisfies Guarded<TicketSystem["read"]>),
    write: present({
      updateTicket: (id, update) => call("updateTicket", true, () => write.updateTicket(id, update)),
      addNote: writing("addNote", write, write.addNote),
      updateRequester: writing("updateRequester", write, write.updateRequester),
      reportAbstentions: writing("reportAbstentions", write, write.reportAbstentions),
    } satisfies Guarded<TicketSystem["write"]>),
    changes: {
      cursorFrom: (since) => sync("cursorFrom", () => changes.cursorFrom(since)),
      listChanges: (cursor) => call("listChanges", false, () => changes.listChanges(cursor)),
    },
    ...(webhooks && {
      webhooks: present({
        routes: webhooks.routes,
        platforms: webhooks.platforms,
        answer: webhooks.answer,
        verify: (delivery, secrets) => sync("verify", () => webhooks.verify(delivery, secrets)),
        parse: (delivery) => sync("parse", () => webhooks.parse(delivery)),
        checkSecret: webhooks.checkSecret && ((secret) => sync("checkSecret", () => webhooks.checkSecret!(secret))),
      } satisfies Guarded<NonNullable<TicketSystem["webhooks"]>>),
    }),
    ...(articles && {
      articles: { source: articles.source, listArticles: () => list("listArticles", () => articles.listArticles()) },
    }),
    ...(templates && { templates: { listTemplates: () => list("listTemplates", () => templates.listTemplates()) } }),
    ...(outbox && { outbox: { sendDue: () => call("outbox.sendDue", false, () => outbox.sendDue()) } }),
    ...(setup && {
      setup: present({
        check: (given) => call("setup.check", false, () => setup.check(given)),
        apply: writing("setup.apply", setup, setup.apply),
      } satisfies Guarded<NonNullable<TicketSystem["setup"]>>),
    }),
  };
}

/** Every key of the original, so that a method that is added there cannot be forgotten here. */
type Guarded<Part> = { [Key in keyof Required<Part>]: Part[Key] | undefined };

/** Presence is capability: what is `undefined` is left out. */
function present<Part>(guarded: Guarded<Part>): Part {
  return Object.fromEntries(Object.entries(guarded).filter(([, value]) => value !== undefined)) as Part;
}
