import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { checkSearch } from "./check-search.ts";
import {
  answers,
  changed,
  fields,
  fixture,
  fixtureTime,
  shows,
  startWireDesk,
  ticket,
  type WireDesk,
} from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk?.stop());

async function ids(query: TicketQuery): Promise<string[]> {
  const found: string[] = [];
  for await (const { id } of desk.read.findTickets(query)) found.push(id);
  return found;
}

const finds = (name: string) => answers("GET", "/Ticket", fixture(name).response.body);

describe("what a search answers", () => {
  test("OT-6 nothing, one id and a scalar id are none, one and one", async () => {
    for (const [name, expected] of [
      ["search-nothing", []],
      ["search-one", ["2"]],
      ["search-scalar", ["52"]],
    ] as const) {
      desk = await startWireDesk({}, finds(name), shows({ TicketID: 2 }), shows({ Queue: "Raw" }, "ticket-get-otrs-6"));
      expect(await ids({})).toEqual(expected);
      await desk.stop();
    }
  });

  test("OT-5 one forbidden ticket does not spoil the list: the others are read one by one", async () => {
    const found = answers("GET", "/Ticket", { TicketID: ["2", "3", "99"] });
    const forbidden = changed("ticket-get-access-denied", { request: { ...shows({ TicketID: 99 }).request } });
    const list = fixture("ticket-get-list-one-forbidden");
    const one = (id: string) =>
      changed("ticket-get", {
        request: { path: list.request.path.replace("2,3,99", id) },
        response: shows({ TicketID: Number(id) }).response,
      });
    desk = await startWireDesk({}, found, list, one("2"), one("3"), {
      ...forbidden,
      request: { method: "GET", path: shows({ TicketID: 99 }).request.path },
    });
    expect(await ids({})).toEqual(["2", "3"]);
    expect(desk.wire.unexpected).toEqual([]);
  });

  test("several tickets are read by one call", async () => {
    const found = answers("GET", "/Ticket", { TicketID: ["2", "3"] });
    desk = await startWireDesk({}, found, "ticket-get-several");
    expect(await ids({})).toEqual(["2", "3"]);
    expect(desk.wire.unexpected).toEqual([]);
  });
});

describe("OT-9 what the server would not understand is not asked", () => {
  test("an unknown queue is refused before the search, since it would find nothing", async () => {
    desk = await startWireDesk({}, answers("GET", "/Ticket", {}));
    await expect(ids({ queueId: "Gibtsnicht" })).rejects.toMatchObject({ code: "refused", message: /params\.queues/ });
    expect(desk.wire.requests.filter(({ query }) => "Queues" in query)).toEqual([]);
  });

  test("no parameter outside the list of those that are known", () => {
    const { query } = fixture("search-parameter-unknown").request;
    expect(() => checkSearch({ Queue: query!.Queue })).toThrow(/Queue is not understood/);
    for (const name of ["Body", "Queues[]", "DynamicField_AITags", "constructor", "Title"]) {
      expect(() => checkSearch({ [name]: "x" })).toThrow(/not understood/);
    }
    expect(() => checkSearch({ StateType: ["Open"] })).toThrow(/StateType/);
  });

  test("OT-10 no limit but a positive integer, and no date but the server's own form", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.integer({ max: 0 }), fc.constant(null)), (limit) => {
        if (Number.isInteger(limit) && (limit as number) > 0) return;
        expect(() => checkSearch({ Limit: limit })).toThrow(/Limit/);
      }),
    );
    for (const date of ["2026-11-20T10:20:54Z", "2026-11-20", 1_795_170_054, ""]) {
      expect(() => checkSearch({ TicketLastChangeTimeNewerDate: date })).toThrow(/NewerDate/);
    }
    expect(() => checkSearch({ TicketLastChangeTimeNewerDate: "2026-11-20 10:20:54", Limit: 500 })).not.toThrow();
  });
});

describe("what is asked", () => {
  test("a queue by its name, finished ones by their type, a customer by the login; the rest is filtered", async () => {
    const closed = ticket({
      State: "closed successful",
      StateType: "closed",
      DynamicField: fields({ AITags: ["VIP"] }),
    });
    desk = await startWireDesk(
      { queues: ["Raw"] },
      answers("GET", "/Ticket", { TicketID: ["13", "14"] }),
      answers("GET", "/Ticket/13,14", { Ticket: [closed, { ...closed, TicketID: 14, DynamicField: fields() }] }),
    );
    const query = { queueId: "Raw", statuses: ["solved"], requesterId: "anna.schmidt", tag: "vip" } as const;
    expect(await ids(query)).toEqual(["13"]);
    const { SessionID: _, ...asked } = desk.wire.requests.find(({ path }) => path.endsWith("/Ticket"))!.query;
    expect(asked).toEqual({
      Queues: "Raw",
      StateType: "closed",
      CustomerUserLogin: "anna.schmidt",
      SortBy: "Changed",
      OrderBy: "Down",
      Limit: "200",
    });
  });

  test("a tag is asked for where the route takes a body, archived tickets where they are wanted", async () => {
    const path = "/otobo/nph-genericinterface.pl/Webservice/otai";
    const login = changed("session-create", { request: { path: `${path}/Session` } });
    const search = { request: { method: "POST", path: `${path}/Ticket/Search` }, response: { status: 200, body: {} } };
    const params = { webservice: "otai", routes: "otai", include_archived: true, time_zone: "UTC" };
    desk = await startWireDesk(params, login, search);
    await ids({ tag: "vip", order: "oldest", updatedSince: fixtureTime - 60_000 });
    expect(desk.wire.requests.at(-1)?.body).toEqual({
      SessionID: "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6",
      DynamicField: { Name: "AITags", Equals: "vip" },
      SearchInArchive: "AllTickets",
      TicketLastChangeTimeNewerDate: "2026-11-20 10:19:55",
      SortBy: "Changed",
      OrderBy: "Up",
      Limit: 200,
    });
  });

  test("a time in the future finds nothing without a call", async () => {
    desk = await startWireDesk({});
    expect(await ids({ createdSince: fixtureTime + 1_000 })).toEqual([]);
    expect(desk.wire.requests).toEqual([]);
  });

  test("the first ticket ends the reading", async () => {
    desk = await startWireDesk({ batch_size: 1 }, answers("GET", "/Ticket", { TicketID: ["13", "14"] }), shows());
    expect((await desk.read.findFirstTicket({}))?.id).toBe("13");
    expect(desk.wire.unexpected).toEqual([]);
  });
});
