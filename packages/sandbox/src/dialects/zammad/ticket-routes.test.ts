import { afterAll, describe, expect, it } from "vitest";
import { openZammad } from "./test-zammad.ts";

const { control, freshdesk, call, view, newTicket, clock, close } = await openZammad();
afterAll(close);

describe("Zammad ticket write", () => {
  it("writes names, custom attributes and an article in one stroke, visible in every dialect", async () => {
    const id = await newTicket();
    const body = {
      group: "Sales",
      priority: "3 high",
      state: "open",
      owner: "ada.brenner@sandbox.example",
      ai_category: "billing",
      article: { body: "<p>Routed<script>x()</script></p>", content_type: "text/html", internal: true, type: "note" },
    };
    const answer = await call("PUT", `/tickets/${id}?expand=true`, body);
    expect(answer.json).toMatchObject({
      group: "Sales",
      priority: "3 high",
      state: "open",
      owner: "ada.brenner@sandbox.example",
      ai_category: "billing",
      number: String(67_000 + id),
      updated_by: "agent@sandbox.example",
      article_count: 2,
    });
    expect(await view(id)).toMatchObject({ queue: "Sales", priority: "high", status: "open", agent: "Ada Brenner" });
    expect((await view(id)).messages[0]).toMatchObject({ public: false, body: "Routed", actor: "bot" });
    expect((await freshdesk("GET", `/tickets/${id}`)).json.custom_fields.cf_ai_category).toBe("billing");
  });

  it("ZM-8: the id wins over the name without a word", async () => {
    const id = await newTicket();
    const answer = await call("PUT", `/tickets/${id}?expand=true`, { group: "Sales", group_id: 2 });
    expect([answer.status, answer.json.group]).toEqual([200, "Billing"]);
  });

  it("ZM-9: unknown keys and an owner who is no agent are dropped without a word; unknown names and values are refused", async () => {
    const id = await newTicket();
    const dropped = await call("PUT", `/tickets/${id}?expand=true`, { mood: "fine", owner: "mara@customer.example" });
    expect([dropped.status, dropped.json.owner, dropped.json.mood]).toEqual([200, "-", undefined]);
    const refused = await Promise.all(
      [{ group: "Nowhere" }, { priority_id: 9 }, { state: "asleep" }, { ai_category: "space" }, { owner: 7 }].map(
        (body) => call("PUT", `/tickets/${id}`, body),
      ),
    );
    expect(refused.map((answer) => answer.status)).toEqual([422, 422, 422, 422, 422]);
    expect(refused[0]!.json.error).toBe("No lookup value found for 'group': \"Nowhere\"");
  });

  it("a repeated write changes nothing, not even the time of change", async () => {
    const id = await newTicket();
    const body = { group: "Sales", priority: "2 normal", state: "open", ai_urgency: "high" };
    const first = (await call("PUT", `/tickets/${id}`, body)).json;
    clock.now += 60_000;
    expect((await call("PUT", `/tickets/${id}`, body)).json.updated_at).toBe(first.updated_at);
  });

  it("ZM-10: tags in a PUT replace them all, or have no effect in old versions", async () => {
    const id = await newTicket();
    await call("POST", "/tags/add", { item: "vip", object: "Ticket", o_id: id });
    await call("PUT", `/tickets/${id}`, { tags: "a, b" });
    expect((await view(id)).tags).toEqual(["a", "b"]);
  });

  it("tags are added and removed one by one", async () => {
    const id = await newTicket();
    for (const item of ["vip", "ai-category:billing", "vip"]) {
      const added = await call("POST", "/tags/add", { item, object: "Ticket", o_id: id });
      expect([added.status, added.json]).toEqual([201, true]);
    }
    await call("DELETE", "/tags/remove", { item: "vip", object: "Ticket", o_id: id });
    expect((await call("GET", `/tags?object=Ticket&o_id=${id}`)).json).toEqual({ tags: ["ai-category:billing"] });
  });

  it("ZM-15: a pending state needs its time, and keeps it", async () => {
    const id = await newTicket();
    expect((await call("PUT", `/tickets/${id}`, { state: "pending reminder" })).status).toBe(422);
    const until = new Date(clock.now + 3_600_000).toISOString();
    const answer = await call("PUT", `/tickets/${id}?expand=true`, { state: "pending reminder", pending_time: until });
    expect([answer.json.state, answer.json.pending_time]).toEqual(["pending reminder", until]);
    expect((await view(id)).status).toBe("pending");
    const open = await call("PUT", `/tickets/${id}?expand=true`, { state: "open" });
    expect(open.json.pending_time).toBeNull();
  });

  it("ZM-11: a merge that fails is a 200 with result failed", async () => {
    const [from, to] = [await newTicket(), await newTicket()];
    expect((await call("PUT", `/ticket_merge/${from}/12`)).json.result).toBe("failed");
    expect((await call("PUT", `/ticket_merge/${from}/${67_000 + to}`)).json.result).toBe("success");
    expect((await call("GET", `/tickets/${from}?expand=true`)).json.state).toBe("merged");
    expect((await view(from)).merged_into).toBe(to);
  });

  it("creates a ticket for a customer who is guessed from an address", async () => {
    const created = await call("POST", "/tickets?expand=true", {
      title: "From the API",
      group: "Sales",
      customer_id: "guess:nina@customer.example",
      tags: "a,b",
      article: { body: "Hello", type: "web", sender: "Customer" },
    });
    expect([created.status, created.json]).toMatchObject([201, { customer: "nina@customer.example", state: "new" }]);
    expect(await view(created.json.id)).toMatchObject({ queue: "Sales", tags: ["a", "b"], body: "Hello" });
    expect(
      (await call("POST", "/tickets", { title: "x", group: "Sales", customer: "who@nowhere.example" })).status,
    ).toBe(422);
  });

  it("spam is a closed ticket with a tag until somebody opens it; a deleted ticket is gone", async () => {
    const [spam, gone] = [await newTicket(), await newTicket()];
    await control("POST", `/tickets/${spam}/act`, { spam: true });
    expect((await call("GET", `/tickets/${spam}?all=true`)).json).toMatchObject({ tags: ["spam"] });
    expect((await call("GET", `/tickets/${spam}?expand=true`)).json.state).toBe("closed");
    expect((await call("PUT", `/tickets/${spam}?expand=true`, { state: "open" })).json.state).toBe("open");
    await control("POST", `/tickets/${gone}/act`, { deleted: true });
    expect((await call("GET", `/tickets/${gone}`)).status).toBe(404);
  });
});
