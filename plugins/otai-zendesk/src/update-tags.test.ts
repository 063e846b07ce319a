import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { planTags } from "./map-tags.ts";
import { rawTicket } from "./schema.ts";
import { changed, exchange, fixture, openWireAccount, people, type WireAccount } from "./testing/wire-account.ts";

const expectedVersion = "2026-11-01T09:00:00Z";
const before = (fixture("ticket-read-drop-down-tags").response.body as { ticket: { tags: string[] } }).ticket;
let account: WireAccount | undefined;
afterEach(async () => {
  await account?.close();
  account = undefined;
});

async function update(what: Omit<TicketUpdate, "expectedVersion">, ...exchanges: WireExchange[]) {
  account = await openWireAccount(fixture("groups"), people(3001), ...exchanges);
  const result = await account.system.write.updateTicket("5158", { ...what, expectedVersion });
  expect(account.server.unexpected).toEqual([]);
  return result;
}

const withTags = (...tags: string[]) =>
  changed("ticket-read-drop-down-tags", { response: { body: { ticket: { ...before, tags } } } });

describe("tags", () => {
  test("ZD-11 are added by the endpoint that adds, with the lock, and the drop-down's tag stays", async () => {
    const { ticket, refused } = await update(
      { addTags: ["ai-escalation", "VIP"] },
      fixture("ticket-read-drop-down-tags"),
      fixture("tags-add"),
      withTags(...before.tags, "ai-escalation"),
    );
    expect(ticket.tags).toEqual([...before.tags, "ai-escalation"]);
    expect(ticket.tags).toContain("ai_category_shipping");
    expect(refused).toEqual([]);
    expect(account!.bodies("PUT")).toHaveLength(1);
  });

  test("ZD-11 the tag of a drop-down is not removed, for that would empty the field, and it is said", async () => {
    const { refused } = await update(
      { removeTags: ["ai_category_shipping", "product_lamp", "unknown"] },
      fixture("ticket-read-drop-down-tags"),
    );
    expect(account!.bodies("DELETE")).toEqual([]);
    expect(refused).toEqual([
      { field: "tags", message: expect.stringContaining("ai_category_shipping, product_lamp stays") },
    ]);
  });

  test("are removed by DELETE with those tags alone", async () => {
    const { ticket } = await update(
      { removeTags: ["ai-escalation"] },
      withTags(...before.tags, "ai-escalation"),
      fixture("tags-remove"),
      fixture("ticket-read-drop-down-tags"),
    );
    expect(ticket.tags).toEqual(before.tags);
  });

  test("D02 a family is replaced by one call each, and only the first carries the lock, which it moves itself", async () => {
    await update(
      { addTags: ["ai-category:billing"], removeTags: ["ai-category:sales", "ai-category:billing"] },
      withTags("vip", "ai-category:sales"),
      exchange("PUT", "/tickets/5158/tags.json", { tags: [] }),
      exchange("DELETE", "/tickets/5158/tags.json", { tags: [] }),
      withTags("vip", "ai-category:billing"),
    );
    expect(account!.bodies("PUT")).toEqual([
      { tags: ["ai-category:billing"], updated_stamp: expectedVersion, safe_update: "true" },
    ]);
    expect(account!.bodies("DELETE")).toEqual([{ tags: ["ai-category:sales"] }]);
  });

  test("D09 are still written when every field was refused, now with the lock", async () => {
    const { refused } = await update(
      { queue: { id: "12", name: "Billing" }, addTags: ["x"] },
      {
        request: { method: "PUT", path: "/api/v2/tickets/5158.json" },
        response: {
          status: 422,
          body: { error: "RecordInvalid", details: { group_id: [{ description: "Group: no" }] } },
        },
      },
      fixture("ticket-read-drop-down-tags"),
      exchange("PUT", "/tickets/5158/tags.json", { tags: [] }),
      withTags(...before.tags, "x"),
    );
    expect(account!.bodies("PUT").at(-1)).toEqual({ tags: ["x"], updated_stamp: expectedVersion, safe_update: "true" });
    expect(refused).toEqual([{ field: "queue", message: "Group: no" }]);
  });

  test("ZD-12 nothing is called when no tag changes", async () => {
    await update({ addTags: ["vip"], removeTags: ["gone"] }, fixture("ticket-read-drop-down-tags"));
    expect(account!.server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("ZD-8 a ticket that moved on is a conflict, seen by us or by Zendesk", async () => {
    const moved = changed("ticket-read-drop-down-tags", {
      response: { body: { ticket: { ...before, updated_at: "2026-11-01T09:00:01Z" } } },
    });
    await expect(update({ addTags: ["x"] }, moved)).rejects.toMatchObject({ code: "conflict" });
    await account!.close();
    const conflict = changed("tags-conflict", { request: { body: undefined } });
    await expect(update({ addTags: ["x"] }, fixture("ticket-read-drop-down-tags"), conflict)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("ZD-9 a closed ticket takes no tags", async () => {
    const closed = changed("ticket-read-drop-down-tags", {
      response: { body: { ticket: { ...before, status: "closed" } } },
    });
    await expect(update({ addTags: ["x"] }, closed)).rejects.toMatchObject({ code: "closed-ticket" });
  });

  test("a failure after the fields were written has an unknown outcome, so that no note is posted twice", async () => {
    const write = update(
      { priority: "high", addTags: ["x"] },
      exchange("PUT", "/tickets/5158.json", { ticket: { ...before, priority: "high" } }),
      {
        request: { method: "PUT", path: "/api/v2/tickets/5158/tags.json" },
        response: { status: 429, headers: { "retry-after": "7" }, bodyText: "" },
      },
    );
    await expect(write).rejects.toMatchObject({ code: "unavailable", outcomeUnknown: true, retryAfterMs: 7000 });
  });

  test("D01 D02 whatever is asked, foreign tags and values of fields survive and nothing is added twice", () => {
    const tag = fc.constantFrom("vip", "VIP", "a", "b", "drop_one", "multi_two", "c d", "c_d");
    fc.assert(
      fc.property(fc.array(tag), fc.array(tag), fc.array(tag), (present, addTags, removeTags) => {
        const ticket = rawTicket.parse({
          ...before,
          tags: [...new Set(present.map((one) => one.toLowerCase().replace(" ", "_")))],
          custom_fields: [
            { id: 1, value: "drop_one" },
            { id: 2, value: ["multi_two"] },
          ],
        });
        const { add, remove } = planTags(ticket, { addTags, removeTags });
        expect(remove.filter((one) => ["drop_one", "multi_two"].includes(one))).toEqual([]);
        expect(remove.every((one) => ticket.tags.includes(one))).toBe(true);
        expect(add.filter((one) => ticket.tags.includes(one) || remove.includes(one))).toEqual([]);
        expect(new Set(add).size).toBe(add.length);
      }),
    );
  });
});
