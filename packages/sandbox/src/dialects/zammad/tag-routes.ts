import type { Hono } from "hono";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { jsonResponse, unprocessable } from "./api-error.ts";
import { knownTicket, type Params, readParams } from "./call.ts";
import type { ZammadAccount } from "./zammad-account.ts";
import { tagsOf } from "./zammad-words.ts";

/** `/tags`: one call per tag; a new tag is created on the way. */
export function addTagRoutes(routes: Hono, account: ZammadAccount): void {
  const { desk } = account;
  routes.get("/tags", async (c) => jsonResponse({ tags: tagsOf(taggedTicket(account, await readParams(c))) }));

  routes.post("/tags/add", async (c) => {
    const params = await readParams(c);
    const ticket = taggedTicket(account, params);
    const tag = tagIn(params);
    if (!tagsOf(ticket).includes(tag)) {
      desk.changeTicket(account.caller(c).id, ticket.id, { tags: [...ticket.tags, tag] });
    }
    return jsonResponse(true, 201);
  });

  routes.delete("/tags/remove", async (c) => {
    const params = await readParams(c);
    const ticket = taggedTicket(account, params);
    const tag = tagIn(params);
    desk.changeTicket(account.caller(c).id, ticket.id, { tags: ticket.tags.filter((known) => known !== tag) });
    return jsonResponse(true, 201);
  });
}

function taggedTicket(account: ZammadAccount, params: Params): DeskTicket {
  if (params.object !== "Ticket") throw unprocessable(`Invalid object '${String(params.object)}'`);
  return knownTicket(account, params.o_id);
}

function tagIn(params: Params): string {
  const tag = String(params.item ?? "").trim();
  if (tag === "") throw unprocessable("Missing tag item");
  return tag;
}
