import { ConfigError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, startWireDesk, ticketBody } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

const query = (updated_since: string) => ({
  updated_since,
  order_by: "updated_at",
  order_type: "asc",
  per_page: 100,
  page: 1,
  include: "stats",
});
const changed = (id: number, updated_at: string) => ticketBody({ id, updated_at });

describe("the change feed", () => {
  it("begins where it is told, overlaps by a minute and delivers nothing twice (R05)", async () => {
    const [one, two, three] = [
      changed(1, "2026-01-01T00:02:00Z"),
      changed(2, "2026-01-01T00:02:00Z"),
      changed(3, "2026-01-01T00:01:30Z"),
    ];
    desk = await startWireDesk(
      answers("GET", "/tickets", [one, two], { query: query("2026-01-01T00:00:00Z") }),
      answers("GET", "/tickets", [three, one, two], { query: query("2026-01-01T00:01:00Z") }),
    );
    const first = await desk.changes.listChanges(desk.changes.cursorFrom(Date.UTC(2026, 0, 1)));
    expect(first.changes).toEqual([
      {
        ticketId: "1",
        createdAt: Date.parse("2021-04-09T12:32:56Z"),
        updatedAt: Date.UTC(2026, 0, 1, 0, 2),
        deleted: false,
      },
      {
        ticketId: "2",
        createdAt: Date.parse("2021-04-09T12:32:56Z"),
        updatedAt: Date.UTC(2026, 0, 1, 0, 2),
        deleted: false,
      },
    ]);
    expect(first.caughtUp).toBe(true);
    const second = await desk.changes.listChanges(first.cursor);
    expect(second.changes.map(({ ticketId }) => ticketId)).toEqual(["3"]);
    expect((await desk.changes.listChanges(second.cursor)).changes).toEqual([]);
    expect(desk.wire.unexpected).toEqual([]);
  });

  it("R05: refuses a position in the future", async () => {
    desk = await startWireDesk();
    await expect(desk.changes.listChanges(desk.changes.cursorFrom(Date.UTC(2999, 11, 31)))).rejects.toThrow(
      ConfigError,
    );
    expect(desk.wire.requests).toEqual([]);
  });
});
