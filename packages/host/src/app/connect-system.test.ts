import type { Store } from "@otai/core/ports/store";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectSystem } from "./connect-system.ts";
import { createIds } from "./surroundings.ts";

const clock = { now: () => Date.UTC(2026, 10, 21, 5, 5, 50, 112) };
let store: Store;

beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:", ids: createIds(clock), clock });
});
afterEach(() => store.close());

function account(fingerprint: string): TicketSystem {
  const identify = async () => ({ fingerprint, label: `${fingerprint}.helpdesk.example`, botUser: null });
  return { read: { identify } } as unknown as TicketSystem;
}

const connect = (fingerprint: string) =>
  connectSystem("cn-1", account(fingerprint), {
    name: "desk",
    kind: "tiny",
    botUser: null,
    ingestFrom: null,
    store,
    clock,
  });

describe("a connection", () => {
  it("R05: begins with the whole second of its first start, since helpdesks stamp tickets by the second", async () => {
    expect((await connect("trial")).ingestFrom).toBe(Date.UTC(2026, 10, 21, 5, 5, 50));
  });

  it("refuses another account behind a known name, and says how to accept it", async () => {
    await connect("trial");
    await expect(connect("production")).rejects.toThrow(/otai connections adopt desk/);
    expect((await connect("trial")).uid).toBe("cn-1");
  });
});
