import { afterAll, describe, expect, it } from "vitest";
import { openZammad } from "./test-zammad.ts";

const { control, call, view, newTicket, close } = await openZammad();
afterAll(close);

describe("Zammad articles", () => {
  it("ZM-3: a phone call was typed by an agent and said by the customer", async () => {
    const id = await newTicket("phone");
    const [article] = (await call("GET", `/ticket_articles/by_ticket/${id}`)).json;
    expect(article).toMatchObject({ type: "phone", sender: "Customer", origin_by: "mara@customer.example" });
    expect(article.created_by).not.toBe(article.origin_by);
  });

  it("ZM-12: an article is visible to the customer unless internal is set, and a mail goes out even then", async () => {
    const id = await newTicket();
    const visible = await call("POST", "/ticket_articles", { ticket_id: id, body: "note" });
    expect([visible.status, visible.json.internal, visible.json.type, visible.json.sender]).toEqual([
      201,
      false,
      "note",
      "Agent",
    ]);
    const mail = { ticket_id: id, body: "mail", type: "email", to: "mara@customer.example", internal: true };
    expect((await call("POST", "/ticket_articles", mail)).json).toMatchObject({ internal: true, to: mail.to });
    expect((await view(id)).messages.map((message: object) => "mailed_to" in message)).toEqual([false, true]);
    expect((await view(id)).messages[1]).toMatchObject({ public: false, mailed_to: "mara@customer.example" });
    expect((await call("POST", "/ticket_articles", { ticket_id: id })).status).toBe(422);
  });

  it("HTML is cleaned of scripts and handlers, whoever wrote it", async () => {
    const html = '<p onclick="x()">Hello <script>alert(1)</script><a href="javascript:x()">you</a></p>';
    const written = { subject: "Help", body: "Hello", html, requester: "mara@customer.example" };
    const id = (await control("POST", "/tickets", written)).json.id;
    await call("POST", "/ticket_articles", { ticket_id: id, body: html, content_type: "text/html", internal: true });
    const articles = (await call("GET", `/ticket_articles/by_ticket/${id}`)).json;
    expect(articles.map((article: { body: string }) => article.body)).toEqual(Array(2).fill("<p>Hello <a>you</a></p>"));
  });

  it("an article of sender Customer is the customer's, whoever created it", async () => {
    const id = await newTicket();
    await call("POST", "/ticket_articles", { ticket_id: id, body: "He called", type: "phone", sender: "Customer" });
    expect((await view(id)).messages[0]).toMatchObject({ actor: "customer", public: true });
    const articles = (await call("GET", `/ticket_articles/by_ticket/${id}`)).json;
    expect(articles.at(-1)).toMatchObject({ sender: "Customer", created_by: "agent@sandbox.example" });
  });
});
