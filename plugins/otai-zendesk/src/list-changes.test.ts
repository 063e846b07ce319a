import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changed, openWireAccount, type WireAccount } from "./testing/wire-account.ts";

const perPage = { per_page: "1000" };
const since = 1_793_520_000_000;
let account: WireAccount;

beforeEach(async () => {
  const pages = [
    changed("changes-page-1", { request: { query: { start_time: "1793520000", ...perPage } } }),
    changed("changes-page-2-duplicate-and-deleted", {
      request: { query: { cursor: "MTc5MzUyMzYwMC4wfHwyOHw=", ...perPage } },
    }),
    changed("changes-page-3-end", { request: { query: { cursor: "MTc5MzUyMzY2MC4wfHwzMHw=", ...perPage } } }),
    changed("changes-page-4-nothing-new", { request: { query: { cursor: "MTc5MzUyMzcyMC4wfHwzMXw=", ...perPage } } }),
  ];
  account = await openWireAccount(...pages);
  account.context.now = Date.UTC(2026, 10, 1, 9, 5);
});
afterEach(() => account.close());

const feed = () => account.system.changes;

describe("the change feed", () => {
  test("ZD-14 duplicates come once, the deleted one is marked, the chain stops at end_of_stream, the cursor goes verbatim", async () => {
    const first = await feed().listChanges(feed().cursorFrom(since));
    const second = await feed().listChanges(first.cursor);
    const third = await feed().listChanges(second.cursor);
    const ids = [first, second, third].map((page) => page.changes.map(({ ticketId, deleted }) => [ticketId, deleted]));
    expect(ids).toEqual([
      [
        ["26", false],
        ["27", false],
        ["28", false],
      ],
      [
        ["26", false],
        ["30", true],
      ],
      [["31", false]],
    ]);
    expect([first, second, third].map((page) => page.caughtUp)).toEqual([false, false, true]);
    expect(account.server.requests.map(({ query }) => query.cursor)).toEqual([
      undefined,
      "MTc5MzUyMzYwMC4wfHwyOHw=",
      "MTc5MzUyMzY2MC4wfHwzMHw=",
    ]);
    expect(account.server.unexpected).toEqual([]);
  });

  test("ZD-15 a batch that was not stored comes again in full, duplicates of the page before still left out", async () => {
    const first = await feed().listChanges(feed().cursorFrom(since));
    const second = await feed().listChanges(first.cursor);
    expect(await feed().listChanges(first.cursor)).toEqual(second);
    expect(await feed().listChanges(feed().cursorFrom(since))).toEqual(first);
  });

  test("an empty page without a cursor leaves the old one standing", async () => {
    let page = await feed().listChanges(feed().cursorFrom(since));
    for (let call = 0; call < 2; call++) page = await feed().listChanges(page.cursor);
    expect(await feed().listChanges(page.cursor)).toEqual({ changes: [], cursor: page.cursor, caughtUp: true });
  });

  test("the first call begins at least a minute ago, and what is older than asked for is left out", async () => {
    account.context.now = since + 30_000;
    account.server.replay(changed("changes-page-1", { request: { query: { start_time: "1793519969", ...perPage } } }));
    const page = await feed().listChanges(feed().cursorFrom(since + 15_000));
    expect(account.server.unexpected).toEqual([]);
    expect(page.changes).toHaveLength(3);
    account.context.now = since + 30 * 60_000;
    account.server.replay(changed("changes-page-1", { request: { query: { start_time: "1793521739", ...perPage } } }));
    const later = await feed().listChanges(feed().cursorFrom(account.context.now));
    expect(later.changes.map(({ ticketId }) => ticketId)).toEqual(["28"]);
  });

  test.each([
    ["of another system", "fresh:123"],
    ["of no form", "zendesk:{}"],
    ["broken", 'zendesk:{"start":'],
    ["that begins in the future", 'zendesk:{"start":1893520000}'],
    [
      "whose Zendesk cursor lies in the future",
      `zendesk:{"after":"${Buffer.from("1893520000.0||3|").toString("base64")}","seen":[]}`,
    ],
  ])("a cursor %s is refused before anything is asked", async (_, cursor) => {
    await expect(feed().listChanges(cursor)).rejects.toMatchObject({ code: "config" });
    expect(account.server.requests).toEqual([]);
  });
});
