import type { Context, Hono } from "hono";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { callingAgent, idParam, jsonBody, knownTicket, optionalSuffix } from "./call.ts";
import { normaliseTags } from "./field-tags.ts";
import { checkNotClosed, checkSafeUpdate } from "./safe-update.ts";
import { replaceTags, tagList } from "./ticket-input.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

type NextTags = (present: readonly string[], given: readonly string[]) => string[];

/** `/tickets/{id}/tags`: PUT adds, POST sets, DELETE removes; an option tag moves its drop-down along. */
export function addTagRoutes(routes: Hono, account: ZendeskAccount): void {
  const path = optionalSuffix("/tickets/:ticket/tags");
  const change = async (c: Context, nextTags: NextTags): Promise<DeskTicket> => {
    const caller = callingAgent(c, account);
    const ticket = knownTicket(account, idParam(c, "ticket"));
    const input = await jsonBody(c);
    checkNotClosed(ticket);
    checkSafeUpdate(ticket, input);
    const next = nextTags(account.fields.tagsOf(ticket), tagList(input.tags).flatMap(normaliseTags));
    return account.desk.changeTicket(caller.id, ticket.id, replaceTags(account.fields, next, ticket));
  };
  const shown = (ticket: DeskTicket) => ({ tags: account.json.tags(ticket) });

  routes.on("GET", path, (c) => c.json(shown(knownTicket(account, idParam(c, "ticket")))));
  routes.on("PUT", path, async (c) => c.json(shown(await change(c, (present, given) => [...present, ...given]))));
  routes.on("POST", path, async (c) => c.json(shown(await change(c, (_, given) => [...given])), 201));
  routes.on("DELETE", path, async (c) =>
    c.json(shown(await change(c, (present, given) => present.filter((tag) => !given.includes(tag))))),
  );
}
