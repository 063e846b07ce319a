import { NotFoundError, PermissionError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, fixture, forbidden, startWireDesk, startWith, ticketBody } from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

describe("getTicket", () => {
  it("a ticket in OTAI's words, with its tags, the customer's first message and who wrote it", async () => {
    account = await startWireDesk("ticket-read");
    expect(await account.read.getTicket("374")).toEqual({
      id: "374",
      subject: "Charged twice for order 4711",
      body: "The printer on floor 3 prints blank pages.",
      queue: { id: "1", name: "Users" },
      priority: "normal",
      status: "new",
      statusLabel: "new",
      type: null,
      tags: ["vip", "ai-category:technical_support"],
      customFields: { ai_category: null, ai_urgency: null, ai_confidence: null },
      requester: { id: "26", name: "Mara Example", email: "mara@customer.example" },
      assignee: null,
      channel: "phone",
      language: null,
      createdAt: Date.parse("2026-11-01T08:58:12.120Z"),
      updatedAt: Date.parse("2026-11-01T09:00:01.250Z"),
      solvedAt: null,
      version: expect.stringMatching(/^2026-11-01T09:00:01\.250Z \S{8}$/),
      url: `${account.wire.url}/#ticket/zoom/374`,
      tombstone: null,
      mergedInto: null,
    });
    expect(account.wire.unexpected).toEqual([]);
  });

  it("ZM-13: states and priorities mean what the installation's lists say, whatever they are called", async () => {
    account = await startWireDesk(
      "ticket-read-german",
      "ticket-states-german",
      "ticket-priorities-german",
      "articles-by-ticket",
      answers("GET", "/tags", { tags: [] }),
    );
    const ticket = await account.read.getTicket("375");
    expect(ticket).toMatchObject({ status: "closed", statusLabel: "geschlossen", priority: "high", tombstone: null });
    expect(ticket.solvedAt).toBe(Date.parse("2026-11-01T08:59:30.000Z"));
  });

  it("ZM-13: a state of a meaning of its own is what the configuration says", async () => {
    const own = {
      request: fixture("ticket-read").request,
      response: { status: 200, body: ticketBody({ state_id: 8 }) },
    };
    account = await startWith({ states: { "Beim Hersteller": "pending" } }, own, "ticket-states-german");
    expect(await account.read.getTicket("374")).toMatchObject({ status: "pending", statusLabel: "beim Hersteller" });
  });

  it("a merged ticket is a tombstone", async () => {
    account = await startWireDesk(
      "ticket-read-merged",
      answers("GET", "/ticket_articles/by_ticket/376", []),
      answers("GET", "/tags", { tags: [] }),
    );
    expect(await account.read.getTicket("376")).toMatchObject({ tombstone: "merged", body: "", channel: "web" });
  });

  it("goes on with the words of a fresh installation where the token may not read the lists", async () => {
    account = await startWireDesk(
      "ticket-read",
      ...["/groups", "/ticket_states", "/ticket_priorities", "/users/26"].map((path) => forbidden("GET", path)),
    );
    expect(await account.read.getTicket("374")).toMatchObject({
      queue: { id: "1", name: "Users" },
      status: "new",
      priority: "normal",
      requester: { id: "26", name: "mara@customer.example", email: "mara@customer.example" },
    });
    expect(await account.read.listQueues!()).toEqual([]);
  });

  it("a missing ticket is a NotFoundError, one of another group a PermissionError that says what may be wrong", async () => {
    account = await startWireDesk("not-found", "forbidden");
    await expect(account.read.getTicket("999999")).rejects.toThrow(NotFoundError);
    await expect(account.read.getTicket("14")).rejects.toThrow(PermissionError);
    await expect(account.read.getTicket("14")).rejects.toThrow("the token or its permission");
  });

  it.each(["1/../2", "1?x=1", "", "abc"])("%j cannot be an id, and nothing is asked", async (id) => {
    account = await startWireDesk();
    await expect(account.read.getTicket(id)).rejects.toThrow(NotFoundError);
    expect(account.wire.requests).toEqual([]);
  });

  it("custom attributes are those of the installation where the token may read them", async () => {
    const attribute = (name: string, more: object) => ({
      name,
      object: "Ticket",
      active: true,
      editable: true,
      ...more,
    });
    account = await startWireDesk(
      {
        request: fixture("ticket-read").request,
        response: { status: 200, body: ticketBody({ product: "gadget", vip: true }) },
      },
      answers("GET", "/object_manager_attributes", [
        attribute("title", { display: "Title", data_type: "input", editable: false }),
        attribute("product", {
          display: "Product",
          data_type: "select",
          data_option: { options: { gadget: "Gadget", gizmo: "Gizmo" } },
        }),
        attribute("vip", {
          display: "VIP",
          data_type: "boolean",
          data_option: { options: { true: "yes", false: "no" } },
        }),
        attribute("gone", { display: "Gone", data_type: "input", active: false }),
        { name: "sentiment_score", object: "User", display: "Sentiment Score", data_type: "input", active: true },
      ]),
    );
    expect((await account.read.getTicket("374")).customFields).toEqual({ product: "gadget", vip: true });
    const fields = await account.read.listFields!();
    expect(fields.map(({ key, kind }) => [key, kind])).toEqual([
      ["status", "choice"],
      ["priority", "choice"],
      ["custom_fields.product", "choice"],
      ["custom_fields.vip", "checkbox"],
    ]);
    expect(fields[2]!.choices).toEqual([
      { value: "gadget", label: "Gadget" },
      { value: "gizmo", label: "Gizmo" },
    ]);
  });
});

describe("what the installation is set up with", () => {
  it("active groups are the queues; urgent becomes the highest priority there is", async () => {
    account = await startWireDesk();
    expect((await account.read.listQueues!()).map(({ name }) => name)).toEqual([
      "Users",
      "Billing",
      "Billing::Refunds",
    ]);
    expect((await account.read.listPriorities!()).map(({ name, priority }) => [priority, name])).toEqual([
      ["low", "1 low"],
      ["normal", "2 normal"],
      ["high", "3 high"],
      ["urgent", "3 high"],
    ]);
  });

  it("the version moves with a tag, which moves no other key", async () => {
    const other = answers("GET", "/tags", { tags: ["vip"] });
    account = await startWireDesk("ticket-read", "tags-read", other);
    const [first, second] = [await account.read.getTicket("374"), await account.read.getTicket("374")];
    expect(second.updatedAt).toBe(first.updatedAt);
    expect(second.version).not.toBe(first.version);
  });
});
