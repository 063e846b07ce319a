import { afterAll, describe, expect, it } from "vitest";
import { LOGIN, NOTE, openOtobo } from "./test-otobo.ts";

const { control, freshdesk, raw, post, get, update, view, newTicket, clock, close } = await openOtobo();
afterAll(close);

const field = (ticket: { DynamicField: { Name: string; Value: unknown }[] }, name: string) =>
  ticket.DynamicField.find((each) => each.Name === name)?.Value;

describe("OTOBO update", () => {
  it("writes fields, dynamic fields and a note, visible in every dialect", async () => {
    const id = await newTicket();
    const answer = await update(id, {
      Ticket: { Queue: "Billing", Priority: "5 very high", State: "open" },
      DynamicField: [
        { Name: "AICategory", Value: "billing" },
        { Name: "AIConfidence", Value: "0.93" },
        { Name: "AITags", Value: ["ai-category:billing", "größe"] },
      ],
      Article: { ...NOTE, IsVisibleForCustomer: 0, SenderType: "agent" },
    });
    expect(answer).toEqual({
      TicketID: String(id),
      TicketNumber: expect.stringMatching(/^20261120100/),
      ArticleID: expect.any(Number),
    });
    expect(await view(id)).toMatchObject({
      queue: "Billing",
      priority: "urgent",
      status: "open",
      tags: ["ai-category:billing", "größe"],
    });
    expect((await view(id)).messages[0]).toMatchObject({ public: false, body: "Routed", actor: "bot" });
    const ticket = await get(id);
    expect([field(ticket, "AITags"), field(ticket, "AIUrgency")]).toEqual([["ai-category:billing", "größe"], null]);
    expect((await freshdesk("GET", `/tickets/${id}`)).json.custom_fields.cf_ai_confidence).toBe("0.93");
    await update(id, { DynamicField: { Name: "AICategory", Value: "" } });
    expect(field(await get(id), "AICategory")).toBeNull();
  });

  it('OT-8: a note is visible to the customer unless the flag is 0, "0", false or empty', async () => {
    const id = await newTicket();
    const visible: boolean[] = [];
    for (const flag of [undefined, null, "false", 1, 0, "0", false, ""]) {
      await update(id, { Article: { ...NOTE, ...(flag === undefined ? {} : { IsVisibleForCustomer: flag }) } });
      visible.push((await view(id)).messages.at(-1).public);
    }
    expect(visible).toEqual([true, true, true, true, false, false, false, false]);
  });

  it('an article needs subject, body and content type, and "0" is none of them', async () => {
    const id = await newTicket();
    const refused = await Promise.all(
      [{ Subject: "0" }, { Body: " " }, { ContentType: undefined }].map((change) =>
        update(id, { Article: { ...NOTE, ...change } }),
      ),
    );
    expect(refused.map((answer) => answer.Error.ErrorMessage)).toEqual([
      "TicketUpdate: Article->Subject parameter is missing!",
      "TicketUpdate: Article->Body parameter is missing!",
      "TicketUpdate: Article->ContentType or Ticket->MimeType and Article->Charset parameters are required!",
    ]);
    expect((await view(id)).messages).toEqual([]);
  });

  it("OT-12: what is invalid writes nothing, but a forbidden target queue leaves the title written", async () => {
    const id = await newTicket();
    const Title = "Renamed";
    expect((await update(id, { Ticket: { Title, Queue: "None" } })).Error.ErrorCode).toBe(
      "TicketUpdate.InvalidParameter",
    );
    expect(
      (await update(id, { Ticket: { Title }, DynamicField: { Name: "AICategory", Value: "space" } })).Error,
    ).toBeDefined();
    expect((await view(id)).subject).toBe("Help");
    const fault = await post(`/Ticket/${id}/Update`, { Ticket: { Title, Queue: "Postmaster", Priority: "4 high" } });
    expect([fault.status, fault.headers.get("content-type"), fault.json.faultcode]).toEqual([
      500,
      "text/plain; charset=UTF-8",
      "Server",
    ]);
    expect(await view(id)).toMatchObject({ subject: "Renamed", queue: null, priority: "low" });
  });

  it("OT-20: a pending state without its time is refused after queue and title were written", async () => {
    const id = await newTicket();
    const refused = await update(id, { Ticket: { Queue: "Sales", State: "pending reminder", Priority: "4 high" } });
    expect(refused.Error.ErrorMessage).toBe("Can't set a ticket on a pending state without pendig time!");
    expect(await view(id)).toMatchObject({ queue: "Sales", status: "new", priority: "low" });
    await update(id, { Ticket: { State: "pending reminder", PendingTime: { Diff: 60 } } });
    expect(await get(id)).toMatchObject({ StateType: "pending reminder", UntilTime: 3600 });
    await update(id, {
      Ticket: { State: "pending auto close+", PendingTime: { Year: 2026, Month: 12, Day: 1, Hour: 9, Minute: 0 } },
    });
    expect((await get(id)).RealTillTimeNotUsed).toBe(Date.UTC(2026, 11, 1, 8) / 1000);
  });

  it("OT-13: a repeated update writes the note twice, but repeated values leave no trace", async () => {
    const id = await newTicket();
    const body = { Ticket: { Queue: "Sales", Priority: "4 high" }, Article: { ...NOTE, IsVisibleForCustomer: 0 } };
    await update(id, body);
    const entries = (await view(id)).history.length;
    await update(id, body);
    expect((await view(id)).messages).toHaveLength(2);
    expect((await view(id)).history).toHaveLength(entries + 1);
    const { Changed } = await get(id);
    clock.now += 60_000;
    await update(id, { Ticket: { Queue: "Sales", Priority: "4 high" } });
    expect((await get(id)).Changed).toBe(Changed);
  });

  it("OT-14: unknown attributes and a queue at top level answer 200 and do nothing", async () => {
    const id = await newTicket();
    for (const body of [{ Queue: "Sales" }, { Ticket: { Mood: "fine" } }, {}]) {
      expect((await update(id, body)).TicketID).toBe(String(id));
    }
    expect((await update(id, { Ticket: {} })).Error.ErrorCode).toBe("TicketUpdate.InvalidParameter");
    expect((await view(id)).history).toHaveLength(1);
  });

  it("OT-15: a TicketNumber in the body beats the id in the path and changes another ticket", async () => {
    const [one, other] = [await newTicket(), await newTicket()];
    const answer = await update(one, { TicketNumber: (await get(other)).TicketNumber, Ticket: { Queue: "Sales" } });
    expect(answer.TicketID).toBe(other);
    expect([(await view(one)).queue, (await view(other)).queue]).toEqual([null, "Sales"]);
  });

  it("OT-16: a long title is cut without a word; a lone surrogate breaks the request", async () => {
    const id = await newTicket();
    await update(id, { Ticket: { Title: "ü".repeat(300) } });
    expect((await get(id)).Title).toBe("ü".repeat(191));
    expect((await raw("PATCH", `/Ticket/${id}`, `{"UserLogin":"otai","Ticket":{"Title":"\\ud83d"}}`)).text).toBe(
      "Error while decoding request content.",
    );
  });

  it("moving a locked ticket takes it from its owner", async () => {
    const id = await newTicket();
    await update(id, { Ticket: { Owner: "ada.brenner" } });
    expect(await get(id)).toMatchObject({ Owner: "ada.brenner", Lock: "lock" });
    await update(id, { Ticket: { Queue: "Sales" } });
    expect(await get(id)).toMatchObject({ Owner: "root@localhost", OwnerID: 1, Lock: "unlock" });
  });

  it("OT-22: a method that the route does not list, and a body over the limit, are refused", async () => {
    expect((await raw("PUT", "/Ticket/2", { ...LOGIN })).status).toBe(500);
    expect((await post("/Ticket/2/Update", { Article: { ...NOTE, Body: "x".repeat(2_000_001) } })).status).toBe(413);
    expect(
      (await raw("POST", "/TicketUpdate", { ...LOGIN, TicketID: "2", Ticket: { Queue: "Sales" } })).json.TicketID,
    ).toBe("2");
  });

  it("spam lies in Junk until somebody moves it; merged is a state; a deleted ticket is gone", async () => {
    const id = await newTicket();
    await control("POST", `/tickets/${id}/act`, { spam: true });
    expect((await get(id)).Queue).toBe("Junk");
    await update(id, { Ticket: { Queue: "Sales" } });
    expect(await view(id)).toMatchObject({ spam: false, queue: "Sales" });
    await control("POST", `/tickets/${id}/act`, { deleted: true });
    expect((await post("/Ticket/Get", { TicketID: id })).json.Error.ErrorCode).toBe("TicketGet.AccessDenied");
  });

  it("creates a ticket; all values of the answer are strings", async () => {
    const Ticket = {
      Title: "New",
      Queue: "Sales",
      Priority: "3 normal",
      State: "new",
      CustomerUser: "nina@customer.example",
    };
    const Article = { ...NOTE, CommunicationChannel: "Email", SenderType: "customer", From: "nina@customer.example" };
    const created = (await raw("POST", "/Ticket", { ...LOGIN, Ticket, Article })).json;
    expect(created).toEqual({
      TicketID: expect.any(String),
      TicketNumber: expect.any(String),
      ArticleID: expect.any(String),
    });
    expect(await view(Number(created.TicketID))).toMatchObject({
      queue: "Sales",
      requester: { email: "nina@customer.example" },
    });
    const refused = [
      { Ticket: { ...Ticket, Queue: "Postmaster" }, Article },
      { Ticket: { ...Ticket, CustomerUser: "nina" }, Article },
      { Ticket, Article: { ...Article, From: "nina" } },
      { Ticket: { ...Ticket, State: undefined }, Article },
    ];
    const codes = await Promise.all(
      refused.map(async (body) => (await raw("POST", "/Ticket", { ...LOGIN, ...body })).json.Error.ErrorCode),
    );
    expect(codes.map((code) => code.split(".")[1])).toEqual([
      "AccessDenied",
      "InvalidParameter",
      "InvalidParameter",
      "MissingParameter",
    ]);
  });
});
