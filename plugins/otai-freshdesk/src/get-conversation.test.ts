import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, fixture, startWireDesk, ticketBody } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

const requester = 80014400819;
const agent = 80001190512;
const entry = (values: Record<string, unknown>) => ({
  id: 1,
  source: 0,
  private: false,
  incoming: false,
  user_id: requester,
  body_text: "words",
  created_at: "2026-01-01T00:00:00Z",
  ...values,
});

describe("who said what", () => {
  it("FD-4, D33: the five recorded rows are told apart", async () => {
    desk = await startWireDesk("ticket-read", "conversations-five-roles");
    const [opening, ...messages] = await desk.read.getConversation!("9");
    expect(opening!.role).toBe("customer");
    expect(messages.map(({ id, role, private: hidden }) => [id, role, hidden])).toEqual([
      ["101", "customer", false],
      ["103", "agent", true],
      ["104", "agent", true],
      ["105", "agent", false],
    ]);
  });

  it("FD-5, FD-S4, D31: the transcript of a new ticket starts with its description", async () => {
    desk = await startWireDesk("ticket-read", answers("GET", "/tickets/9/conversations", []));
    expect(await desk.read.getConversation!("9")).toEqual([
      {
        id: "description-9",
        role: "customer",
        authorId: String(requester),
        authorName: "Ada Sample",
        body: "I changed …",
        private: false,
        automated: false,
        createdAt: Date.parse("2021-04-09T12:32:56Z"),
      },
    ]);
  });

  it("FD-18, FD-S6, D34: all 45 entries are read, not the first page and not the ten embedded ones", async () => {
    const pages = ["conversations-page-1", "conversations-page-2"].map((name, index) => ({
      ...fixture(name),
      request: { ...fixture(name).request, query: { per_page: 100, page: index + 1 } },
    }));
    desk = await startWireDesk("ticket-read-embedded-conversations", ...pages);
    desk.wire.replay(answers("GET", "/tickets/11", ticketBody({ id: 11 })));
    const messages = await desk.read.getConversation!("11");
    expect(messages).toHaveLength(46);
    expect(messages.at(-1)!.body).toBe("Message 45");
    expect(desk.wire.unexpected).toEqual([]);
  });

  it("FD-16: reads the thread of an archived ticket", async () => {
    desk = await startWireDesk("ticket-read-archived-404", "ticket-read-archived", "conversations-archived");
    expect((await desk.read.getConversation!("16")).map(({ body }) => body)).toEqual(["I changed …", "Hello"]);
  });

  it("FD-S5, D32: our own draft and score notes are private, so that nobody scores them", async () => {
    const notes = [entry({ id: 2, private: true, source: 2, user_id: agent, body_text: "QA Score: 86%" })];
    desk = await startWireDesk("ticket-read", answers("GET", "/tickets/9/conversations", notes));
    expect((await desk.read.getConversation!("9"))[1]).toMatchObject({ private: true, role: "agent" });
  });

  it("FD-S7, D35, D36: an empty thread, a missing author and entries without text do no harm", async () => {
    const entries = [
      entry({ id: 1, user_id: null, incoming: true }),
      entry({ id: 2, user_id: null, incoming: false }),
      entry({ id: 3, body_text: "  ", body: "" }),
      entry({ id: 4, body_text: null, body: "<p>only HTML</p>" }),
      entry({ id: 5, source: 6 }),
    ];
    desk = await startWireDesk(
      answers("GET", "/tickets/9", ticketBody({ description_text: "", description: "" })),
      answers("GET", "/tickets/9/conversations", entries),
      answers("GET", "/tickets/8", ticketBody({ id: 8, description_text: null, description: null })),
      answers("GET", "/tickets/8/conversations", []),
    );
    const messages = await desk.read.getConversation!("9");
    expect(messages.map(({ id, role, authorId, body }) => [id, role, authorId, body])).toEqual([
      ["1", "customer", null, "words"],
      ["2", "agent", null, "words"],
      ["4", "customer", String(requester), "only HTML"],
    ]);
    expect(await desk.read.getConversation!("8")).toEqual([]);
  });

  it("takes a colleague in copy for a customer, although neither flag nor requester says so", async () => {
    desk = await startWireDesk(
      "ticket-read",
      answers("GET", "/tickets/9/conversations", [entry({ user_id: 80099999999 })]),
    );
    expect((await desk.read.getConversation!("9"))[1]).toMatchObject({ role: "customer", authorId: "80099999999" });
  });

  it("falls back to the flag where agents may not be listed", async () => {
    const entries = [
      entry({ user_id: agent, incoming: false }),
      entry({ id: 2, user_id: 80099999999, incoming: true }),
    ];
    desk = await startWireDesk(
      "ticket-read",
      answers("GET", "/agents", { code: "access_denied" }, { status: 403 }),
      answers("GET", "/tickets/9/conversations", entries),
    );
    expect((await desk.read.getConversation!("9")).slice(1).map(({ role }) => role)).toEqual(["agent", "customer"]);
  });

  it("knows that an outbound e-mail was begun by an agent", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/9", ticketBody({ source: 10, responder_id: agent })),
      answers("GET", "/tickets/9/conversations", []),
    );
    expect((await desk.read.getConversation!("9"))[0]).toMatchObject({ role: "agent", authorName: "Bo Agent" });
  });
});
