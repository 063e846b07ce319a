import { afterAll, describe, expect, it } from "vitest";
import { LOGIN, NOTE, openOtobo } from "./test-otobo.ts";

const { call, raw, get, update, newTicket, close } = await openOtobo();
afterAll(close);

describe("OTOBO reading", () => {
  it("OT-5: one missing id spoils a list", async () => {
    const several = (ids: string) => raw("GET", `/Ticket/${ids}?UserLogin=otai&Password=sandbox`);
    expect((await several("2,3")).json.Ticket).toHaveLength(2);
    expect((await several("2,9999")).json.Error.ErrorCode).toBe("TicketGet.AccessDenied");
    expect((await several("%zz")).json.Error.ErrorCode).toBe("TicketGet.AccessDenied");
    expect((await several("abc")).json.Error.ErrorCode).toBe("TicketGet.AccessDenied");
    const listed = await raw("GET", "/TicketList?TicketID=2&TicketID=3&UserLogin=otai&Password=sandbox");
    expect(listed.json.Ticket.map((ticket: { TicketID: number }) => ticket.TicketID)).toEqual([2, 3]);
  });

  it("OT-7: numbers here, strings there, and more strings in an old version", async () => {
    const ticket = await get(3);
    expect([ticket.TicketID, ticket.QueueID, ticket.SLAID, ticket.Article[0].SenderTypeID]).toEqual([
      3,
      expect.any(Number),
      "",
      "3",
    ]);
    const old = await call("POST", "/otrs/nph-genericinterface.pl/Webservice/OTAI/Ticket/Get", {
      ...LOGIN,
      TicketID: "3",
      AllArticles: 1,
    });
    expect([old.json.Ticket[0].QueueID, old.json.Ticket[0].Article[0].ArticleID]).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
  });

  it("has articles and dynamic fields only where they are asked for", async () => {
    const bare = await get(3, { AllArticles: 0, DynamicFields: 0 });
    expect(["Article", "DynamicField"].filter((key) => key in bare)).toEqual([]);
    const customer = await get(3, { ArticleSenderType: "customer" });
    expect(customer.Article.map((article: { SenderType: string }) => article.SenderType)).toEqual([
      "customer",
      "customer",
    ]);
    const newest = await get(3, { ArticleOrder: "DESC", ArticleLimit: 1 });
    expect(newest.Article[0].Body).toBe("Thank you!");
  });

  it("OT-18: HTML comes as plain text with the text of scripts in it, the HTML only as an attachment", async () => {
    const id = await newTicket();
    const html = "<p>Hello <script>alert(1)</script></p>&lt;b&gt;not bold&lt;/b&gt;";
    await update(id, { Article: { ...NOTE, ContentType: "text/html; charset=utf-8", Body: html } });
    const article = (await get(id)).Article[1];
    expect(article).toMatchObject({
      Body: "Hello alert(1)\n<b>not bold</b>",
      ContentType: "text/plain; charset=utf-8",
    });
    expect(article.Attachment).toBeUndefined();
    const whole = (await get(id, { Attachments: 1, HTMLBodyAsAttachment: 1 })).Article[1].Attachment[0];
    expect([whole.Filename, Buffer.from(whole.Content, "base64").toString()]).toEqual(["file-2", html]);
  });

  it("the history says who moved what from where to where", async () => {
    const id = await newTicket();
    await update(id, { Ticket: { Queue: "Sales", Priority: "4 high" }, Article: { ...NOTE, IsVisibleForCustomer: 0 } });
    const url = `/TicketHistory/${id}?UserLogin=otai&Password=sandbox`;
    const [{ History: entries }] = (await raw("GET", url)).json.TicketHistory;
    expect(entries.map((entry: { HistoryType: string }) => entry.HistoryType)).toEqual([
      "NewTicket",
      "Move",
      "PriorityUpdate",
      "AddNote",
    ]);
    const sales = (await get(id)).QueueID;
    expect(entries[1]).toMatchObject({ Name: `%%Sales%%${sales}%%Raw%%2`, CreateBy: 2, QueueID: sales, PriorityID: 2 });
    expect(entries[0]).toMatchObject({ QueueID: 2, TicketID: String(id) });
  });
});
