import { NotFoundError, OtaiError, RateLimitedError, UnavailableError } from "@otai/plugin-api/errors";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { describe, expect, test } from "vitest";
import { guardTicketSystem } from "./guard-ticket-system.ts";

const identity = { fingerprint: "f", label: "desk.example", botUser: null };
const update = { expectedVersion: "1" };
const never = () => new Promise<never>(() => {});

/** A system whose named parts are replaced. */
function systemWith(parts: { read?: object; write?: object; changes?: object; more?: object }): TicketSystem {
  return {
    quirks: { noteWithUpdate: false, optimisticLock: false, ownWritesFireRules: false },
    read: { identify: async () => identity, ...parts.read },
    write: { ...parts.write },
    changes: { ...parts.changes },
    ...parts.more,
  } as TicketSystem;
}

const guarded = (parts: Parameters<typeof systemWith>[0], options = {}) =>
  guardTicketSystem(systemWith(parts), { connection: "desk", callLimitMs: 30, ...options });

async function thrownBy(run: () => unknown): Promise<OtaiError> {
  try {
    await run();
  } catch (error) {
    expect(OtaiError.is(error)).toBe(true);
    return error as OtaiError;
  }
  throw new Error("nothing was thrown");
}

describe("F25: a plugin cannot stall or break the host", () => {
  test("one that hangs gets an UnavailableError", async () => {
    const error = await thrownBy(() => guarded({ read: { identify: never } }).read.identify());
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error).toMatchObject({ message: "desk did not answer identify within 0.03 s", outcomeUnknown: false });
  });

  test("a write that hangs may have happened: its outcome is unknown", async () => {
    const { write } = guarded({ write: { updateTicket: never } });
    expect(await thrownBy(() => write.updateTicket("1", update))).toMatchObject({ outcomeUnknown: true });
  });

  test("one that throws something of its own, also before it returns a promise, becomes a typed bug", async () => {
    const { read, changes } = guarded({
      read: {
        getTicket: () => {
          throw new TypeError("x is not a function");
        },
      },
      changes: {
        cursorFrom: () => {
          throw "text";
        },
      },
    });
    expect(await thrownBy(() => read.getTicket("1"))).toMatchObject({
      scope: "bug",
      code: "plugin-bug",
      message: "the plugin of desk failed in getTicket: x is not a function",
    });
    expect(await thrownBy(() => changes.cursorFrom(0))).toMatchObject({ scope: "bug" });
  });

  test("its typed errors pass as they are", async () => {
    const gone = new NotFoundError("ticket 1 is gone");
    const { read } = guarded({ read: { getTicket: () => Promise.reject(gone) } });
    expect(await thrownBy(() => read.getTicket("1"))).toBe(gone);
  });
});

describe("the breaker", () => {
  test("opens after failures in a row, answers at once then, and closes when the system answers again", async () => {
    let calls = 0;
    let broken = true;
    const identify = async () => {
      calls += 1;
      if (broken) throw new UnavailableError("503");
      return identity;
    };
    const { read } = guarded({ read: { identify } }, { breakAfter: 3, reopenAfterMs: 20 });
    for (let call = 0; call < 3; call += 1) await thrownBy(() => read.identify());
    expect(await thrownBy(() => read.identify())).toMatchObject({ code: "unavailable", retryAfterMs: 20 });
    expect(calls).toBe(3);
    broken = false;
    await expect.poll(() => read.identify().catch(() => null), { interval: 5 }).toEqual(identity);
  });

  test("does not open for answers about one ticket, nor for a used-up limit", async () => {
    const faults = [new NotFoundError("gone"), new RateLimitedError("later", { retryAfterMs: 1 })];
    let call = 0;
    const getTicket = () => Promise.reject(faults[call++ % 2]);
    const { read } = guarded({ read: { getTicket } }, { breakAfter: 2 });
    for (let at = 0; at < 6; at += 1) expect(await thrownBy(() => read.getTicket("1"))).toBe(faults[at % 2]);
  });

  test("of one connection leaves the other alone", async () => {
    const broken = guarded(
      { read: { identify: () => Promise.reject(new UnavailableError("503")) } },
      { breakAfter: 1 },
    );
    await thrownBy(() => broken.read.identify());
    await expect(guarded({}).read.identify()).resolves.toEqual(identity);
  });
});

describe("listings", () => {
  test("every step has the time limit, and what came before is kept", async () => {
    async function* findTickets() {
      yield { id: "1" };
      await never();
    }
    const seen: string[] = [];
    const error = await thrownBy(async () => {
      for await (const { id } of guarded({ read: { findTickets } }).read.findTickets({})) seen.push(id);
    });
    expect(seen).toEqual(["1"]);
    expect(error).toBeInstanceOf(UnavailableError);
  });

  test("a caller that stops early closes the adapter's listing", async () => {
    let closed = false;
    async function* findTickets() {
      try {
        for (let id = 0; ; id += 1) yield { id: String(id) };
      } finally {
        closed = true;
      }
    }
    for await (const _ of guarded({ read: { findTickets } }).read.findTickets({})) break;
    expect(closed).toBe(true);
  });
});

describe("capabilities", () => {
  test("absent parts stay absent", () => {
    const { read, write, webhooks, articles, setup } = guarded({});
    expect([read.getConversation, read.listFields, write.addNote, webhooks, articles, setup]).toEqual(
      Array(6).fill(undefined),
    );
  });

  test("present parts work, methods of a class too", async () => {
    class Reader {
      readonly #queues = [{ id: "1", name: "Support" }];
      async listQueues() {
        return this.#queues;
      }
    }
    const setup = { check: async () => [] };
    const system = guardTicketSystem(
      { ...systemWith({ more: { setup } }), read: new Reader() as unknown as TicketSystem["read"] },
      { connection: "desk" },
    );
    expect(await system.read.listQueues?.()).toEqual([{ id: "1", name: "Support" }]);
    expect(await system.setup?.check({ publicUrl: null, categories: [] })).toEqual([]);
    expect(system.setup?.apply).toBeUndefined();
  });
});
