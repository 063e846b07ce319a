import { afterEach, describe, expect, test } from "vitest";
import { longestTitle } from "./limits.ts";
import { mapPriority, mapStatus } from "./map-choices.ts";
import { readSender } from "./map-conversation.ts";
import { rawTicket } from "./schema.ts";
import { fields, fixture, shows, startWireDesk, ticket, type WireDesk } from "./testing/wire-desk.ts";
import { versionOf } from "./ticket-version.ts";

let desk: WireDesk;
afterEach(() => desk?.stop());

describe("a ticket", () => {
  test("in OTAI's words", async () => {
    desk = await startWireDesk({ time_zone: "Europe/Berlin" }, "ticket-get");
    const read = await desk.read.getTicket("13");
    expect(desk.wire.unexpected).toEqual([]);
    expect(read).toMatchObject({
      id: "13",
      subject: "Schnittstelle liefert leeres Ergebnis bei Umlauten",
      body: expect.stringContaining("„Müller & Söhne“"),
      queue: { id: "Raw", name: "Raw" },
      priority: "normal",
      status: "new",
      statusLabel: "new",
      type: "Unclassified",
      tags: [],
      customFields: { Kategorie: null, TriageLabel: null },
      requester: { id: "anna.schmidt", name: "Anna Schmidt", email: "anna.schmidt@kunde.example" },
      assignee: null,
      channel: "email",
      createdAt: Date.UTC(2026, 10, 20, 9, 20, 54),
      tombstone: null,
      url: `${desk.wire.url}/otobo/index.pl?Action=AgentTicketZoom;TicketID=13`,
    });
  });

  test("of a new Znuny, with its own fields, an article without a content type and nobody who asks", async () => {
    desk = await startWireDesk({}, "znuny-ticket-get-no-content-type");
    expect(await desk.read.getTicket("13")).toMatchObject({
      body: "We welcome you.",
      requester: { id: "hello@desk.example", name: "Znuny" },
    });
  });

  test("a merged one is left alone; Znuny keeps an article without From in it", async () => {
    desk = await startWireDesk({}, "znuny-ticket-get-merged");
    expect(await desk.read.getTicket("13")).toMatchObject({
      tombstone: "merged",
      status: "closed",
      requester: { id: "anna.schmidt" },
    });
    const [message] = await desk.read.getConversation!("13");
    expect(message).toMatchObject({ role: "agent", authorId: null, private: false });
  });

  test("OT-7 ids as text and as numbers are the same, absent values are absent", async () => {
    const absent = { CustomerID: null, CustomerUserID: null, SLAID: "", Type: "", OwnerID: "", Article: undefined };
    desk = await startWireDesk({}, shows({ TicketID: "13", ...absent }), shows({ TicketID: 13, ...absent }));
    const [text, number] = [await desk.read.getTicket("13"), await desk.read.getTicket("13")];
    expect(text).toEqual(number);
    expect(text).toMatchObject({ id: "13", requester: null, type: null, assignee: null, body: "" });
  });

  test("OT-7 the order of keys and fields, which is random, does not change its version", () => {
    const sorted = rawTicket.parse(ticket({ DynamicField: fields() }));
    const shuffled = rawTicket.parse(
      Object.fromEntries(Object.entries(ticket({ DynamicField: fields().reverse() })).reverse()),
    );
    expect(versionOf(shuffled)).toBe(versionOf(sorted));
  });

  test("OT-7 values of dynamic fields keep their kind; tags are those of the configured field", async () => {
    desk = await startWireDesk({ tags_field: "Tags" }, "ticket-get-dynamic-fields-set");
    const read = await desk.read.getTicket(fixture("ticket-get-dynamic-fields-set").request.path.split("/").at(-1)!);
    expect(read.tags).toEqual(["vip", "größe"]);
    expect(read.customFields).toMatchObject({
      TriageReviewed: 1,
      TriageDue: "2026-12-01 09:00:00",
      Kategorie: "billing",
    });
  });

  test("OT-16 a title of 300 characters is the same as what is kept of it", async () => {
    desk = await startWireDesk({}, "ticket-get-title-cut");
    const cut = (await desk.read.getTicket("13")).subject;
    expect(cut).toHaveLength(longestTitle);
    const long = rawTicket.parse(ticket({ Title: cut + cut }, "ticket-get-title-cut"));
    expect(versionOf(long)).toBe(versionOf(rawTicket.parse(ticket({}, "ticket-get-title-cut"))));
  });

  test("what cannot be an id never becomes a part of the address", async () => {
    desk = await startWireDesk({});
    for (const id of ["", "0", "1,2", "../Session", "1?x=1"]) {
      await expect(desk.read.getTicket(id)).rejects.toMatchObject({ code: "not-found" });
    }
    expect(desk.wire.requests).toEqual([]);
  });

  test("a locked ticket is its owner's", async () => {
    desk = await startWireDesk({}, shows({ Lock: "lock", LockID: 2 }));
    expect((await desk.read.getTicket("13")).assignee).toEqual({ id: "3", name: "triage.bot" });
  });
});

describe("choices", () => {
  const names = { low: "2 niedrig", normal: "3 normal", high: "4 hoch", urgent: "sofort" };

  test("priorities by their configured name, by their number, or not at all", () => {
    expect(
      ["1 very low", "2 low", "3 normal", "4 HOCH", "5 very high", "sofort", "egal"].map((one) =>
        mapPriority(one, names),
      ),
    ).toEqual(["low", "low", "normal", "high", "urgent", "urgent", null]);
  });

  test("states by their type, which stays when they are renamed; by their name where it is missing", () => {
    expect(mapStatus("erledigt", "closed", "verworfen")).toBe("solved");
    expect(mapStatus("warten", "pending reminder", "")).toBe("pending");
    expect(mapStatus("Verworfen", "closed", "verworfen")).toBe("closed");
    expect(mapStatus("closed successful", "", "closed unsuccessful")).toBe("solved");
    expect(mapStatus("pending auto close+", "", "")).toBe("pending");
    expect(mapStatus("merged", "merged", "")).toBe("closed");
    expect(mapStatus("beim Hersteller", "", "")).toBe("other");
  });
});

describe("the conversation", () => {
  test("OT-17 articles of the same second come in the order of their ids", async () => {
    desk = await startWireDesk({}, "ticket-get-same-second");
    const messages = await desk.read.getConversation!("10");
    expect(messages.map(({ id }) => Number(id))).toEqual(
      [...messages.map(({ id }) => Number(id))].sort((a, b) => a - b),
    );
    expect(messages.length).toBeGreaterThan(2);
    expect(new Set(messages.map(({ createdAt }) => createdAt)).size).toBe(1);
  });

  test("OT-18 the text of a script, and tags that the customer typed, are text", async () => {
    desk = await startWireDesk({}, "ticket-get-html-article");
    const [message] = await desk.read.getConversation!("11");
    expect(message!.body).toContain("alert(1)");
    expect(message!.body).toContain("<b>nicht fett</b>");
  });

  test("the role is the sender's, and a note is private; OTRS 5 says it by the article's type", async () => {
    desk = await startWireDesk({}, "ticket-get-note-found-by-marker", "ticket-get-otrs-5-article-type");
    const shape = async (id: string) =>
      (await desk.read.getConversation!(id)).map(({ role, private: hidden }) => [role, hidden]);
    const expected = [
      ["customer", false],
      ["agent", true],
    ];
    expect(await shape("13")).toEqual(expected);
    expect(await shape("8")).toEqual(expected);
  });

  test("an answer of OTRS 6, with ids as text and another charset label, is read alike", async () => {
    desk = await startWireDesk({}, shows({}, "ticket-get-otrs-6"));
    expect(await desk.read.getConversation!("52")).toMatchObject([
      { id: "92", role: "agent", private: true, body: "blah" },
    ]);
  });

  test("a sender is a name with an address, one of both, or a login", () => {
    expect(readSender('"Schmidt, Anna" <anna@kunde.example>')).toEqual({
      name: "Schmidt, Anna",
      email: "anna@kunde.example",
    });
    expect(readSender("anna@kunde.example")).toEqual({ name: "", email: "anna@kunde.example" });
    expect(readSender("root@localhost")).toEqual({ name: "", email: "root@localhost" });
    expect(readSender("triage.bot")).toEqual({ name: "triage.bot", email: null });
    expect(readSender("")).toEqual({ name: "", email: null });
  });
});
