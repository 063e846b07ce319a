import { ConfigError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, fixture, startWireDesk, startWith, ticketBody } from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

const found = (...rows: object[]) => answers("POST", "/tickets/search", rows);
const changed = (id: number, updated_at: string) => ticketBody({ id, updated_at });
const asked = () =>
  account
    .bodies("POST")
    .map(({ condition }) => (condition as Record<string, { value: string }>)["ticket.updated_at"]!.value);

describe("the change feed", () => {
  it("ZM-1: asks by condition for what changed, oldest first, with expand", async () => {
    account = await startWireDesk("search-changes-by-condition");
    const page = await account.changes.listChanges(account.changes.cursorFrom(Date.UTC(2026, 10, 1, 8, 0, 1)));
    expect(page.changes).toEqual([
      {
        ticketId: "373",
        createdAt: Date.parse("2026-11-01T08:58:12.120Z"),
        updatedAt: Date.parse("2026-11-01T09:00:00.000Z"),
        deleted: false,
      },
      {
        ticketId: "374",
        createdAt: Date.parse("2026-11-01T08:58:12.120Z"),
        updatedAt: Date.parse("2026-11-01T09:00:01.250Z"),
        deleted: false,
      },
    ]);
    expect(page.caughtUp).toBe(true);
    expect(account.wire.unexpected).toEqual([]);
  });

  it("reaches back by the overlap and delivers nothing twice", async () => {
    const [one, two] = [changed(1, "2026-11-01T08:10:00.500Z"), changed(2, "2026-11-01T08:10:00.500Z")];
    const late = changed(3, "2026-11-01T08:09:30.000Z");
    account = await startWith({ overlap: 60 }, found(one, two), found(late, one, two));
    const first = await account.changes.listChanges(account.changes.cursorFrom(Date.UTC(2026, 10, 1, 8)));
    expect(first.changes.map(({ ticketId }) => ticketId)).toEqual(["1", "2"]);
    const second = await account.changes.listChanges(first.cursor);
    expect(second.changes.map(({ ticketId }) => ticketId)).toEqual(["3"]);
    expect((await account.changes.listChanges(second.cursor)).changes).toEqual([]);
    expect(asked()[1]).toBe("2026-11-01T08:09:00Z");
  });

  it("asks from before the moment itself, since nobody says whether after means at", async () => {
    account = await startWireDesk(found());
    await account.changes.listChanges(account.changes.cursorFrom(Date.UTC(2026, 10, 1, 8, 0, 0, 1)));
    await account.changes.listChanges(account.changes.cursorFrom(Date.UTC(2026, 10, 1, 8)));
    expect(asked()).toEqual(["2026-11-01T08:00:00Z", "2026-11-01T07:59:59Z"]);
  });

  it("turns pages where more tickets changed at one moment than a page holds, until nothing new comes", async () => {
    const moment = "2026-11-01T08:10:00.000Z";
    const [a, b, c] = [1, 2, 3].map((id) => changed(id, moment));
    account = await startWith({ page_size: 2 }, found(a!, b!), found(a!, b!), found(c!));
    let cursor = account.changes.cursorFrom(Date.UTC(2026, 10, 1, 8));
    const ids: string[] = [];
    for (let page = 0, caughtUp = false; page < 10 && !caughtUp; page++) {
      const next = await account.changes.listChanges(cursor);
      ids.push(...next.changes.map(({ ticketId }) => ticketId));
      ({ cursor, caughtUp } = next);
    }
    expect(ids).toEqual(["1", "2", "3"]);
    expect(account.bodies("POST").map(({ page }) => page)).toContain(2);
  });

  it("goes on where an old version gave fewer than asked for, without a word", async () => {
    const rows = [changed(1, "2026-11-01T08:10:00.000Z"), changed(2, "2026-11-01T08:11:00.000Z")];
    account = await startWireDesk(found(...rows), found(rows[1]!, changed(3, "2026-11-01T08:12:00.000Z")));
    const first = await account.changes.listChanges(account.changes.cursorFrom(Date.UTC(2026, 10, 1, 8)));
    const second = await account.changes.listChanges(first.cursor);
    expect(second.changes.map(({ ticketId }) => ticketId)).toEqual(["3"]);
  });

  it("R05: refuses a position in the future, and one that another plugin wrote", async () => {
    account = await startWireDesk();
    for (const cursor of [account.changes.cursorFrom(Date.UTC(2999, 11, 31)), "{}", "zendesk:{}", "zammad:{}"]) {
      await expect(account.changes.listChanges(cursor)).rejects.toThrow(ConfigError);
    }
    expect(account.wire.requests).toEqual([]);
  });
});

describe("findTickets", () => {
  const ids = async (query: object) => {
    const list: string[] = [];
    for await (const { id } of account.read.findTickets(query)) list.push(id);
    return list;
  };
  const ofTicket = (id: number) => answers("GET", `/ticket_articles/by_ticket/${id}`, []);
  const pages = (...rows: object[][]) => rows.map((page) => found(...page));
  const beside = [1, 2, 3].map(ofTicket);

  it("newest first to an empty page, each ticket once, though the list moves under the reader", async () => {
    const [one, two, three] = [1, 2, 3].map((id) => changed(id, `2026-11-01T08:0${id}:00.000Z`));
    account = await startWireDesk(
      ...pages([three!, two!], [two!, one!], []),
      ...beside,
      "tags-read",
      answers("GET", "/tags", { tags: [] }),
    );
    expect(await ids({})).toEqual(["3", "2", "1"]);
    expect(account.bodies("POST").map(({ order_by, page }) => [order_by, page])).toEqual([
      ["desc", 1],
      ["desc", 2],
      ["desc", 3],
      ["desc", 1],
    ]);
  });

  it("asks anew for what is older where the search shows no deeper page", async () => {
    const rows = [3, 2, 1].map((id) => changed(id, `2026-11-01T08:0${id}:00.000Z`));
    const deep = { page_size: 100, search_window: 200 };
    account = await startWith(
      deep,
      ...pages([rows[0]!], [rows[1]!], [rows[1]!, rows[2]!], []),
      ...beside,
      answers("GET", "/tags", { tags: [] }),
    );
    expect(await ids({})).toEqual(["3", "2", "1"]);
    const conditions = account.bodies("POST").map(({ condition }) => condition as Record<string, object>);
    expect(conditions[2]!["ticket.updated_at"]).toEqual({
      operator: "before (absolute)",
      value: "2026-11-01T08:02:01Z",
    });
  });

  it("finds what lies behind the silent end of an old version's search", async () => {
    const rows = [3, 2, 1].map((id) => changed(id, `2026-11-01T08:0${id}:00.000Z`));
    const none: object[] = [];
    account = await startWireDesk(
      ...pages([rows[0]!, rows[1]!], none, [rows[1]!, rows[2]!], none, none),
      ...beside,
      answers("GET", "/tags", { tags: [] }),
    );
    expect(await ids({})).toEqual(["3", "2", "1"]);
  });

  it("a queue is asked for by condition, other parts are looked at here", async () => {
    const request = { ...fixture("search-by-group-condition").request };
    const closed = ticketBody({ id: 2, state_id: 4, updated_at: "2026-11-01T09:00:00.000Z" });
    account = await startWireDesk(
      { request: { ...request, body: undefined }, response: { status: 200, body: [ticketBody(), closed] } },
      found(),
      ...beside,
      answers("GET", "/tags", { tags: ["vip"] }),
    );
    const since = Date.parse("2026-01-01T00:00:01Z");
    expect(
      await ids({ queueId: "1", statuses: ["closed"], tag: "VIP", updatedSince: since, requesterId: "26" }),
    ).toEqual(["2"]);
    const { order_by: _, ...sent } = account.bodies("POST")[0]!;
    const { order_by: __, ...recorded } = request.body as Record<string, unknown>;
    expect(sent).toEqual(recorded);
  });

  it("stops at the limit, and findFirstTicket at the first", async () => {
    const rows = [3, 2, 1].map((id) => changed(id, `2026-11-01T08:0${id}:00.000Z`));
    account = await startWireDesk(...pages(rows), ...beside, answers("GET", "/tags", { tags: [] }));
    expect(await ids({ limit: 2 })).toEqual(["3", "2"]);
    expect(await ids({ limit: 0 })).toEqual([]);
    expect((await account.read.findFirstTicket({}))?.id).toBe("3");
    expect(account.wire.unexpected).toEqual([]);
  });

  it("ZM-14: what a search lists is read again by its id before anything is decided on it", async () => {
    const { response } = fixture("search-lags-after-write");
    account = await startWireDesk(
      { request: { method: "POST", path: "/api/v1/tickets/search" }, response },
      answers("GET", "/tickets/374", fixture("ticket-update").response.body),
      answers("GET", "/ticket_articles/by_ticket/373", []),
      answers("GET", "/ticket_articles/by_ticket/374", []),
    );
    const listed = await account.read.findFirstTicket({});
    expect(listed?.queue?.name).toBe("Users");
    expect((await account.read.getTicket(listed!.id)).queue?.name).toBe("Billing");
  });
});
