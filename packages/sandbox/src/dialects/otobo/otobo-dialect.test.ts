import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../../test-sandbox.ts";

const NOW = Date.UTC(2026, 10, 20, 12);
const SERVICE = "/nph-genericinterface.pl/Webservice/GenericTicketConnectorREST";
const LOGIN = { UserLogin: "otai", Password: "sandbox" };
const NOTE = { Subject: "Triage", Body: "Routed", ContentType: "text/plain; charset=utf-8" };

let desk: TestSandbox;
let now = NOW;

beforeAll(async () => {
  // One ticket every six hours; the last two are open.
  desk = await startTestSandbox({ dialects: ["otobo", "znuny", "otrs", "freshdesk"], tickets: 60, now: () => now });
});
afterAll(() => desk.close());

const raw = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  desk.call(method, `/otobo${SERVICE}${path}`, body, headers);
/** With login and password in the body. */
const post = (path: string, body: object, service = "OTAI") =>
  desk.call("POST", `/otobo/nph-genericinterface.pl/Webservice/${service}${path}`, { ...LOGIN, ...body });
const search = async (body: object) => (await post("/Ticket/Search", body)).json;
const get = async (id: number, options: object = {}) =>
  (await post("/Ticket/Get", { TicketID: id, DynamicFields: 1, AllArticles: 1, ...options })).json.Ticket[0];
const update = async (id: number, body: object) => (await post(`/Ticket/${id}/Update`, body)).json;
const view = async (id: number) => (await desk.control("GET", `/tickets/${id}`)).json;
const newTicket = async () => {
  const written = { subject: "Help", body: "Line one", requester: "mara@customer.example" };
  return (await desk.control("POST", "/tickets", written)).json.id as number;
};
const field = (ticket: { DynamicField: { Name: string; Value: unknown }[] }, name: string) =>
  ticket.DynamicField.find((each) => each.Name === name)?.Value;

describe("OTOBO sessions", () => {
  it("OT-3: a session dies two hours after it was made, however much it is used", async () => {
    const { SessionID } = (await raw("POST", "/Session", LOGIN)).json;
    expect(SessionID).toMatch(/^[A-Za-z0-9]{32}$/);
    now += 7_100_000;
    expect((await raw("GET", `/Ticket/2?SessionID=${SessionID}`)).json.Ticket).toHaveLength(1);
    now += 100_000;
    expect((await raw("GET", `/Ticket/2?SessionID=${SessionID}`)).json.Error.ErrorCode).toBe("TicketGet.AuthFail");
    expect((await raw("GET", `/Session/${SessionID}`)).json.Error.ErrorCode).toBe("SessionGet.SessionInvalid");
  });

  it("is bound to the address of the client as the proxy gives it", async () => {
    const from = (address: string) => ({ "x-forwarded-host": "desk.example", "x-forwarded-for": address });
    const { SessionID } = (await raw("POST", "/Session", LOGIN, from("192.0.2.1"))).json;
    const read = async (address: string) =>
      (await raw("GET", `/Ticket/2?SessionID=${SessionID}`, undefined, from(address))).json;
    expect((await read("192.0.2.1")).Ticket).toBeDefined();
    expect((await read("192.0.2.2")).Error.ErrorCode).toBe("TicketGet.AuthFail");
    expect((await read("192.0.2.1")).Error.ErrorCode).toBe("TicketGet.AuthFail");
  });

  it("OT-1, OT-4: credentials stand in body or query alone; headers count for Znuny only", async () => {
    expect((await raw("GET", "/Ticket/2?UserLogin=otai&Password=sandbox")).json.Ticket).toBeDefined();
    const basic = { authorization: `Basic ${Buffer.from("otai:sandbox").toString("base64")}` };
    expect((await raw("PATCH", "/Ticket/2", { Ticket: { Queue: "Sales" } }, basic)).json.Error.ErrorCode).toBe(
      "TicketUpdate.MissingParameter",
    );
    const headers = { "X-OTRS-Header-UserLogin": "otai", "X-OTRS-Header-Password": "sandbox" };
    expect((await raw("GET", "/Ticket/2", undefined, headers)).json.Error.ErrorCode).toBe("TicketGet.AuthFail");
    const znuny = await desk.call("GET", `/znuny${SERVICE}/Ticket/2`, undefined, headers);
    expect(znuny.json.Ticket).toHaveLength(1);
  });

  it("query and path win over the body", async () => {
    const bad = await desk.call("POST", `/otobo/nph-genericinterface.pl/Webservice/OTAI/Ticket/Get?Password=wrong`, {
      ...LOGIN,
      TicketID: 2,
    });
    expect(bad.json.Error.ErrorCode).toBe("TicketGet.AuthFail");
  });
});

describe("OTOBO transport", () => {
  it("OT-2: unknown service, wrong route, malformed and empty body are four kinds of 500", async () => {
    const off = await desk.call("POST", "/otobo/nph-genericinterface.pl/Webservice/Nothing/Session", LOGIN);
    expect([off.status, off.text, off.headers.get("content-type")]).toEqual([500, "", null]);
    const texts = await Promise.all([
      raw("POST", "/Session/", LOGIN),
      raw("POST", "/Session", "{broken"),
      raw("POST", "/Session", "[]"),
    ]);
    expect(texts.map((answer) => [answer.status, answer.text])).toEqual([
      [500, "HTTP::REST Error while determine Operation for request URI '/Session/'."],
      [500, "Error while decoding request content."],
      [500, "Unsupported request content structure."],
    ]);
    expect((await raw("HEAD", "/Ticket/2")).status).toBe(500);
    expect((await raw("POST", "/Session")).json.Error.ErrorCode).toBe("SessionCreate.MissingParameter");
  });

  it("a service has a number as well as a name", async () => {
    const answer = await desk.call("POST", "/otobo/nph-genericinterface.pl/WebserviceID/1/Session", LOGIN);
    expect(answer.json.SessionID).toBeDefined();
  });

  it("OT-2: a server in trouble has three faces, and none of them is JSON by its type", async () => {
    const faces = new Set<string>();
    await desk.control("POST", "/faults", { kind: "5xx", next: 30 });
    for (let round = 0; round < 30; round++) {
      const answer = await raw("GET", "/Ticket/2");
      expect([answer.status, answer.headers.get("content-type")?.includes("json") ?? false]).toEqual([500, false]);
      faces.add(answer.text === "" ? "empty" : answer.json?.faultstring ? "fault" : answer.text);
    }
    expect(faces).toEqual(new Set(["empty", "fault", "Internal Server Error"]));
  });

  it("the keys of an answer come in another order each time", async () => {
    const orders = await Promise.all([1, 2, 3].map(async () => Object.keys(await get(2)).join()));
    expect(new Set(orders).size).toBe(3);
  });

  it("splits a query on `;` too, cuts at a second `=` and takes 0 for nothing", async () => {
    const login = "UserLogin=otai;Password=sandbox";
    expect((await raw("GET", `/Ticket?${login}&Title=Question+7=x`)).json).toEqual({ TicketID: ["8"] });
    expect((await raw("GET", `/Ticket/0?${login}`)).json.Error.ErrorCode).toBe("TicketGet.MissingParameter");
  });
});

describe("OTOBO search", () => {
  it("gives string ids, 500 by default, and an empty object for nothing", async () => {
    expect((await search({ Limit: 3, SortBy: "Created", OrderBy: "Up" })).TicketID).toEqual(["1", "2", "3"]);
    expect((await search({ Limit: 0 })).TicketID.length).toBeGreaterThan(50);
    for (const nothing of [
      { Title: "none*" },
      { Queues: ["Sales", "None"] },
      { Limit: "abc" },
      { Limit: -1 },
      { SortBy: "Mood" },
      { StateType: "Open" },
    ]) {
      expect(await search(nothing)).toEqual({});
    }
  });

  it("OT-9: unknown parameters are ignored, so that everything is found", async () => {
    const all = (await search({})).TicketID.length;
    for (const unknown of [
      { Queue: "Sales" },
      { Body: "x" },
      { "Queues[]": ["Sales"] },
      { DynamicField: { Name: "None", Equals: "x" } },
    ]) {
      expect((await search(unknown)).TicketID).toHaveLength(all);
    }
    expect((await search({ Queues: ["Sales"] })).TicketID.length).toBeLessThan(all);
  });

  it("OT-10: times are the server's own, both ends included; ISO dates and the future find nothing", async () => {
    const id = await newTicket();
    const berlin = new Date(now + 3_600_000).toISOString().slice(0, 19).replace("T", " ");
    expect((await get(id)).Changed).toBe(berlin);
    const since = async (stamp: string) =>
      await search({ TicketLastChangeTimeNewerDate: stamp, SortBy: "Changed", OrderBy: "Up" });
    expect((await since(berlin)).TicketID).toContain(String(id));
    expect(await since(new Date(now).toISOString())).toEqual({});
    expect(await since("2099-01-01 00:00:00")).toEqual({});
    expect((await search({ TicketLastChangeTimeNewerMinutes: 5 })).TicketID).toContain(String(id));
  });

  it("OT-11: tickets of the same second come in any order", async () => {
    const ids = [await newTicket(), await newTicket(), await newTicket(), await newTicket(), await newTicket()];
    const orders = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const found = (await search({ TicketLastChangeTimeNewerMinutes: 1, SortBy: "Changed", OrderBy: "Up" })).TicketID;
      expect(found).toEqual(expect.arrayContaining(ids.map(String)));
      orders.add(found.join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it("finds by number, title pattern, body, words and dynamic field, the last by a body alone", async () => {
    const ticket = await get(9);
    expect(await search({ TicketNumber: ticket.TicketNumber })).toEqual({ TicketID: ["9"] });
    expect(await search({ Title: "QUESTION 8" })).toEqual({ TicketID: ["9"] });
    expect((await search({ MIMEBase_Body: "*thank you*" })).TicketID.length).toBeGreaterThan(10);
    expect((await search({ Fulltext: "question sales" })).TicketID.length).toBeGreaterThan(5);
    await update(9, { DynamicField: { Name: "AICategory", Value: "billing" } });
    expect(await search({ DynamicField: { Name: "AICategory", Equals: "billing" } })).toEqual({ TicketID: ["9"] });
    expect(await search({ DynamicField_AICategory: { Equals: "billing" } })).toEqual({ TicketID: ["9"] });
    expect((await search({ DynamicField: { Name: "AICategory", Empty: 1 } })).TicketID).not.toContain("9");
    const all = (await search({})).TicketID.length;
    const byGet = await raw("GET", "/Ticket?UserLogin=otai&Password=sandbox&DynamicField_AICategory=billing");
    expect(byGet.json.TicketID).toHaveLength(all);
  });

  it("OT-6: a single hit of an old version comes without its list", async () => {
    const url = "/otrs/nph-genericinterface.pl/Webservice/OTAI/Ticket/Search";
    expect((await desk.call("POST", url, { ...LOGIN, Title: "Question 8" })).json).toEqual({ TicketID: "9" });
  });
});

describe("OTOBO reading", () => {
  it("OT-5: one missing id spoils a list", async () => {
    const several = (ids: string) => raw("GET", `/Ticket/${ids}?UserLogin=otai&Password=sandbox`);
    expect((await several("2,3")).json.Ticket).toHaveLength(2);
    expect((await several("2,9999")).json.Error.ErrorCode).toBe("TicketGet.AccessDenied");
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
    const old = await desk.call("POST", "/otrs/nph-genericinterface.pl/Webservice/OTAI/Ticket/Get", {
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
    expect((await desk.freshdesk("GET", `/tickets/${id}`)).json.custom_fields.cf_ai_confidence).toBe("0.93");
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
    now += 60_000;
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
    await desk.control("POST", `/tickets/${id}/act`, { spam: true });
    expect((await get(id)).Queue).toBe("Junk");
    await update(id, { Ticket: { Queue: "Sales" } });
    expect(await view(id)).toMatchObject({ spam: false, queue: "Sales" });
    await desk.control("POST", `/tickets/${id}/act`, { deleted: true });
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

describe("OTOBO FAQ", () => {
  it("shows public items alone, without a log-in; one hit comes without its list", async () => {
    const faq = (method: string, path: string, body?: unknown) =>
      desk.call(method, `/otobo/nph-genericinterface.pl/Webservice/GenericFAQConnectorREST${path}`, body);
    const many = (await faq("POST", "/PublicFAQSearch", { What: "*order*" })).json.ID as string[];
    const items = (await faq("GET", `/PublicFAQGet?ItemID=${many.join()}`)).json.FAQItem;
    expect(items.map((item: { Title: string }) => item.Title)).toContain("I was charged twice");
    expect((await faq("POST", "/PublicFAQSearch", { What: "charged twice reservation" })).json.ID).toEqual(
      expect.any(String),
    );
    expect((await faq("POST", "/PublicFAQSearch", { What: "agents refund up to 200" })).json.Error.ErrorCode).toBe(
      "PublicFAQSearch.NotFAQData",
    );
    expect((await faq("GET", "/LanguageList")).json.Language).toHaveLength(2);
    expect((await faq("GET", "/PublicCategoryList")).json.Category.length).toBeGreaterThan(2);
  });
});
