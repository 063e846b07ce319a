import { ClosedTicketError, ConflictError, RefusedError, UnavailableError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import {
  answers,
  bodyOf,
  fixture,
  startWireDesk,
  startWith,
  ticketBecomes,
  ticketBody,
  triage,
  updateNow,
} from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

const put = (name: string, body?: object) => ({
  request: { ...fixture(name).request, ...(body && { body }) },
  response: fixture(name).response,
});
const tags = (...present: string[]) => answers("GET", "/tags", { tags: present });

describe("updateTicket", () => {
  it("one PUT by name with everything that changes, read again by id and compared", async () => {
    account = await startWireDesk(...ticketBecomes("ticket-update"), "ticket-update");
    const { ticket, refused } = await updateNow(account, triage);
    expect(refused).toEqual([]);
    expect(ticket).toMatchObject({
      queue: { id: "2", name: "Billing" },
      priority: "high",
      customFields: { ai_category: "billing", ai_urgency: "high", ai_confidence: "0.93" },
      updatedAt: Date.parse("2026-11-01T09:00:05.310Z"),
    });
    expect(account.bodies("PUT")).toEqual([fixture("ticket-update").request.body]);
    expect(account.wire.unexpected).toEqual([]);
  });

  it("ZM-14: looks at the ticket by its id after the write, not at the search", async () => {
    account = await startWireDesk(...ticketBecomes("ticket-update"), "ticket-update");
    await updateNow(account, triage);
    const calls = account.wire.requests.map(({ method, path }) => `${method} ${path}`);
    const written = calls.indexOf("PUT /api/v1/tickets/374");
    expect(calls.slice(written)).toContain("GET /api/v1/tickets/374");
    expect(calls.join()).not.toContain("search");
  });

  it("ZM-9: a value that the answer does not have is reported as not written, though the answer was 200", async () => {
    account = await startWireDesk(...ticketBecomes("ticket-update-not-applied"), "ticket-update-not-applied");
    const { ticket, refused } = await updateNow(account, triage);
    expect(refused).toEqual([{ field: "queue", message: expect.stringContaining("Core Workflow") }]);
    expect(ticket.queue?.name).toBe("Users");
  });

  it("ZM-9: an attribute that tickets do not have is refused before the call, which would drop it without a word", async () => {
    account = await startWith(
      { fields: ["ai_mood", "ai_category"] },
      ...ticketBecomes("ticket-update-unknown-attribute"),
      put("ticket-update-unknown-attribute", { priority: "3 high" }),
    );
    const { refused } = await updateNow(account, { priority: "high", customFields: { ai_mood: "fine" } });
    expect(refused).toEqual([{ field: "custom_fields.ai_mood", message: expect.stringContaining("Objects → Ticket") }]);
    expect(account.bodies("PUT")).toEqual([{ priority: "3 high" }]);
  });

  it("D09: a value that a Core Workflow rejects is dropped, named, and the rest is sent once more", async () => {
    const rest = { group: "Billing" };
    account = await startWireDesk(
      ...ticketBecomes("ticket-update"),
      put("ticket-update-core-workflow-422", { ...rest, priority: "3 high" }),
      put("ticket-update", rest),
    );
    const { refused } = await updateNow(account, { queue: triage.queue!, priority: "high" });
    expect(refused).toEqual([{ field: "priority", message: expect.stringContaining("priority_id") }]);
    expect(account.bodies("PUT")).toEqual([{ ...rest, priority: "3 high" }, rest]);
  });

  it("D45: what a refusal names and was never ours to write stops the update, by that name", async () => {
    const wants = { error: "Missing required value for field 'cost_centre'!" };
    const refusal = answers("PUT", "/tickets/374", wants, { status: 422 });
    account = await startWireDesk("ticket-read", refusal);
    const attempt = updateNow(account, { priority: "high" });
    await expect(attempt).rejects.toThrow(RefusedError);
    await expect(attempt).rejects.toMatchObject({ fields: [{ field: "custom_fields.cost_centre" }] });
    expect(account.bodies("PUT")).toHaveLength(1);
  });

  it("a group that is gone or not active is refused here, and nothing is sent", async () => {
    account = await startWireDesk("ticket-read");
    for (const id of ["99", "4"]) {
      const { refused } = await updateNow(account, { queue: { id, name: "Old desk" } });
      expect(refused.map(({ field }) => field)).toEqual(["queue"]);
    }
    expect(account.bodies("PUT")).toEqual([]);
  });

  it("ZM-15: a pending state is refused before the call, since it needs a time", async () => {
    account = await startWireDesk("ticket-read");
    const { refused } = await updateNow(account, { status: "pending" });
    expect(refused).toEqual([{ field: "status", message: expect.stringContaining("needs a time") }]);
    expect(account.bodies("PUT")).toEqual([]);
  });

  it("ZM-13: writes the names that the installation has", async () => {
    const german = {
      request: fixture("ticket-read").request,
      response: { status: 200, body: ticketBody({ state: "neu" }) },
    };
    const after = ticketBody({ state_id: 4, state: "geschlossen", priority_id: 3, priority: "3 hoch" });
    account = await startWireDesk(
      german,
      german,
      { ...german, response: { status: 200, body: after } },
      answers("PUT", "/tickets/374", after),
      "ticket-states-german",
      "ticket-priorities-german",
    );
    const { refused } = await updateNow(account, { status: "solved", priority: "high" });
    expect(refused).toEqual([]);
    expect(account.bodies("PUT")).toEqual([{ state: "geschlossen", priority: "3 hoch" }]);
  });

  it("urgent becomes the highest priority there is, once", async () => {
    const high = ticketBody({ priority_id: 3, priority: "3 high" });
    account = await startWireDesk(answers("GET", "/tickets/374", high));
    const { ticket, refused } = await updateNow(account, { priority: "urgent" });
    expect([ticket.priority, refused, account.bodies("PUT")]).toEqual(["high", [], []]);
  });

  it("an installation with a fourth priority has its own for urgent", async () => {
    const list = [...(bodyOf("ticket-priorities") as unknown as object[]), { id: 4, name: "4 urgent", active: true }];
    const after = ticketBody({ priority_id: 4, priority: "4 urgent" });
    account = await startWireDesk(
      ...[ticketBody(), ticketBody(), after].map((body) => answers("GET", "/tickets/374", body)),
      answers("PUT", "/tickets/374", after, { asked: { priority: "4 urgent" } }),
      answers("GET", "/ticket_priorities", list),
    );
    expect((await updateNow(account, { priority: "urgent" })).ticket.priority).toBe("urgent");
  });

  it("what is so already is not sent", async () => {
    account = await startWireDesk("ticket-read");
    await updateNow(account, {
      queue: { id: "1", name: "Users" },
      priority: "normal",
      status: "new",
      addTags: ["VIP"],
    });
    expect(account.bodies("PUT")).toEqual([]);
    expect(account.bodies("POST")).toEqual([]);
  });
});

describe("tags", () => {
  it("ZM-10: go one call each, added and removed, and never in the PUT", async () => {
    account = await startWireDesk(
      ...ticketBecomes("ticket-update"),
      "ticket-update",
      "tags-read",
      "tags-read",
      tags("vip", "ai-category:billing", "ai-urgency:high"),
      answers("POST", "/tags/add", true, { status: 201 }),
      "tags-remove",
    );
    const change = {
      ...triage,
      addTags: ["ai-category:billing", "ai-urgency:high"],
      removeTags: ["ai-category:technical_support"],
    };
    const { ticket, refused } = await updateNow(account, change);
    expect(refused).toEqual([]);
    expect(ticket.tags).toEqual(["vip", "ai-category:billing", "ai-urgency:high"]);
    expect(account.bodies("POST", /tags\/add/)).toEqual([
      fixture("tags-add").request.body,
      { ...(fixture("tags-add").request.body as object), item: "ai-urgency:high" },
    ]);
    expect(account.bodies("DELETE")).toEqual([fixture("tags-remove").request.body]);
    for (const body of account.bodies("PUT")) expect(Object.keys(body)).not.toContain("tags");
  });

  it("ZM-10: a tag that may not be made is reported, and the others are written", async () => {
    account = await startWireDesk(
      "ticket-read",
      "tags-add-not-allowed",
      "tags-add",
      tags("vip"),
      tags("vip"),
      tags("vip", "ai-category:billing"),
    );
    const { refused, ticket } = await updateNow(account, { addTags: ["brand-new", "ai-category:billing"] });
    expect(refused).toEqual([{ field: "tags", message: expect.stringContaining("brand-new") }]);
    expect(ticket.tags).toContain("ai-category:billing");
  });

  it("a failure among the tags says that the fields were written", async () => {
    account = await startWireDesk(
      ...ticketBecomes("ticket-update"),
      "ticket-update",
      answers("POST", "/tags/add", { error: "down" }, { status: 500 }),
    );
    const attempt = updateNow(account, { ...triage, addTags: ["ai-category:billing"] });
    await expect(attempt).rejects.toThrow(UnavailableError);
    await expect(attempt).rejects.toMatchObject({ outcomeUnknown: true });
  });
});

describe("a failure on the way", () => {
  it.each([
    ["the second tag", [answers("POST", "/tags/add", { error: "slow" }, { status: 429 })]],
    ["the look afterwards", [answers("POST", "/tags/add", true, { status: 201 })]],
  ])("at %s says that something is written, though no field was", async (_, then) => {
    const gone = answers("GET", "/tickets/374", { error: "down" }, { status: 500 });
    account = await startWireDesk("ticket-read", "ticket-read", gone, answers("POST", "/tags/add", true), ...then);
    const attempt = updateNow(account, { addTags: ["one", "two"] });
    await expect(attempt).rejects.toMatchObject({ code: "unavailable", outcomeUnknown: true });
  });
});

describe("tickets that must not be written", () => {
  it.each([
    ["a field", ticketBody({ priority_id: 3, updated_at: "2026-11-01T09:00:01.250Z" }), tags("vip")],
    ["a tag, which moves no time", ticketBody(), tags("vip", "by-hand")],
    ["an answer", ticketBody({ updated_at: "2026-11-01T09:00:01.251Z" }), tags("vip")],
  ])(
    "D11: a human changed %s between read and write: ConflictError, and nothing is sent",
    async (_, later, tagsLater) => {
      account = await startWireDesk("ticket-read", answers("GET", "/tickets/374", later), tags("vip"), tagsLater);
      await expect(updateNow(account, { priority: "low", addTags: ["x"] })).rejects.toThrow(ConflictError);
      expect([...account.bodies("PUT"), ...account.bodies("POST")]).toEqual([]);
    },
  );

  it("merged and removed tickets take no changes", async () => {
    const removed = answers("GET", "/tickets/374", ticketBody({ state_id: 6, state: "removed" }));
    account = await startWireDesk(
      removed,
      "ticket-read-merged",
      tags("vip"),
      answers("GET", "/ticket_articles/by_ticket/376", []),
    );
    await expect(updateNow(account, { priority: "low" })).rejects.toThrow(ClosedTicketError);
    await expect(updateNow(account, { priority: "low" }, "376")).rejects.toThrow("merged");
    expect(account.bodies("PUT")).toEqual([]);
  });
});
