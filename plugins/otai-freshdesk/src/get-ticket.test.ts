import { NotFoundError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, startWireDesk, ticketBody } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

describe("reading a ticket", () => {
  it("maps a real ticket to OTAI's words", async () => {
    desk = await startWireDesk("ticket-read");
    const ticket = await desk.read.getTicket("9");
    expect(ticket).toMatchObject({
      id: "9",
      subject: "Unable to login",
      body: "I changed …",
      queue: { id: "80000374752", name: "Technical Support" },
      priority: "high",
      status: "closed",
      statusLabel: "Closed",
      type: "Problem",
      tags: [],
      requester: { id: "80014400819", email: null },
      assignee: null,
      channel: "email",
      createdAt: Date.parse("2021-04-09T12:32:56Z"),
      updatedAt: Date.parse("2021-04-09T13:29:44Z"),
      url: `${desk.wire.url}/a/tickets/9`,
      tombstone: null,
    });
    expect(ticket.customFields).toEqual({ cf_test_checkbox: null, cf_custom_dropdown: null });
    expect(desk.wire.requests[0]!.query).toEqual({ include: "requester,stats" });
    expect(desk.wire.unexpected).toEqual([]);
  });

  it("FD-10: a custom status keeps its label, null lists and null fields do no harm", async () => {
    desk = await startWireDesk("ticket-read-custom-status-null-emails");
    expect(await desk.read.getTicket("10")).toMatchObject({
      status: "other",
      statusLabel: "Waiting on Third Party",
      queue: null,
      type: null,
      priority: "low",
    });
  });

  it("FD-10: survives a ticket of which nearly everything is null", async () => {
    const bare = { id: 18, status: 2, created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" };
    const nulls = Object.fromEntries(Object.keys(ticketBody()).map((key) => [key, null]));
    desk = await startWireDesk(answers("GET", "/tickets/18", { ...nulls, ...bare }));
    expect(await desk.read.getTicket("18")).toMatchObject({
      subject: "",
      body: "",
      requester: null,
      channel: "web",
      tags: [],
    });
  });

  it("FD-16: a ticket closed long ago is read from the archive and takes no changes", async () => {
    desk = await startWireDesk("ticket-read-archived-404", "ticket-read-archived");
    expect(await desk.read.getTicket("16")).toMatchObject({ id: "16", tombstone: "closed" });
  });

  it("FD-16: an account without archive has no such ticket", async () => {
    desk = await startWireDesk(
      "ticket-read-archived-404",
      answers("GET", "/tickets/archived/16", { code: "require_feature" }, { status: 403 }),
    );
    await expect(desk.read.getTicket("16")).rejects.toThrow(NotFoundError);
  });

  it.each([
    ["spam", { spam: true }],
    ["deleted", { deleted: true }],
  ])("D44: a ticket marked %s has that tombstone", async (tombstone, values) => {
    desk = await startWireDesk(answers("GET", "/tickets/9", ticketBody(values)));
    expect((await desk.read.getTicket("9")).tombstone).toBe(tombstone);
  });

  it.each([
    [1, "email"],
    [2, "web"],
    [3, "phone"],
    [7, "chat"],
    [9, "web"],
    [10, "email"],
    [15, "chat"],
    [99, "web"],
    [null, "web"],
  ])("D25: source %s is channel %s", async (source, channel) => {
    desk = await startWireDesk(answers("GET", "/tickets/9", ticketBody({ source })));
    expect((await desk.read.getTicket("9")).channel).toBe(channel);
  });

  it("tells when it was solved, but not once it is open again", async () => {
    const stats = { resolved_at: "2026-01-02T08:00:00Z", closed_at: null };
    desk = await startWireDesk(
      answers("GET", "/tickets/1", ticketBody({ status: 4, stats })),
      answers("GET", "/tickets/2", ticketBody({ status: 2, stats })),
    );
    expect((await desk.read.getTicket("1")).solvedAt).toBe(Date.parse("2026-01-02T08:00:00Z"));
    expect((await desk.read.getTicket("2")).solvedAt).toBeNull();
  });

  it("takes the text from HTML where Freshdesk gives none", async () => {
    desk = await startWireDesk(
      answers(
        "GET",
        "/tickets/9",
        ticketBody({ description_text: null, description: "<p>One &amp; two</p><script>x()</script>" }),
      ),
    );
    expect((await desk.read.getTicket("9")).body).toBe("One & two");
  });

  it.each(["../agents/me", "9/notes", "", "abc", "1e5", "-1"])(
    "never lets the id %j change the address",
    async (id) => {
      desk = await startWireDesk();
      await expect(desk.read.getTicket(id)).rejects.toThrow(NotFoundError);
      expect(desk.wire.requests).toEqual([]);
    },
  );
});

describe("names of groups and agents", () => {
  it("are read once, and again for an id that is new", async () => {
    desk = await startWireDesk(
      answers("GET", "/groups", [{ id: 12, name: "Billing" }]),
      answers("GET", "/groups", [
        { id: 12, name: "Billing" },
        { id: 13, name: "Returns" },
      ]),
      answers("GET", "/tickets/1", ticketBody({ group_id: 12 })),
      answers("GET", "/tickets/2", ticketBody({ group_id: 13 })),
      answers("GET", "/tickets/3", ticketBody({ group_id: 99 })),
    );
    const queues = [];
    for (const id of ["1", "1", "2", "2", "3", "3"]) queues.push((await desk.read.getTicket(id)).queue?.name);
    expect(queues).toEqual(["Billing", "Billing", "Returns", "Returns", "99", "99"]);
    expect(desk.wire.requests.filter(({ path }) => path === "/api/v2/groups")).toHaveLength(2);
  });

  it("are the ids where the key's agent may not read the list, and the log says so", async () => {
    desk = await startWireDesk("ticket-read", answers("GET", "/groups", { code: "access_denied" }, { status: 403 }));
    expect((await desk.read.getTicket("9")).queue).toEqual({ id: "80000374752", name: "80000374752" });
    expect(desk.context.lines.filter(({ level, facts }) => level === "warn" && facts.what === "/groups")).toHaveLength(
      1,
    );
  });
});
