import type { Store } from "@otai/core/ports/store";
import { describe, expect, it } from "vitest";
import { addEvent, allDone, finishLane, sampleEvent, tryToClaim } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

const lanes = 200;
const workers = 8;

export function concurrencySuite(bench: UseBench): void {
  describe("many workers", () => {
    it("8 workers over two connections drain 200 lanes: each event once, in order, one worker per lane", async () => {
      const { store, another } = bench();
      const stores = [store, await another()];
      await store.write(async (tx) => {
        for (const key of ["a", "b", "c"]) {
          for (let ticket = 0; ticket < lanes; ticket += 1) {
            await tx.inbox.add(sampleEvent(String(ticket), { key: `${key} ${ticket}` }));
          }
        }
      });
      const worked: string[] = [];
      const inHand = new Set<string>();
      await Promise.all(
        Array.from({ length: workers }, async (_, index) => {
          const own = stores[index % stores.length]!;
          for (let claim = await tryToClaim(own, `w-${index}`); claim; claim = await tryToClaim(own, `w-${index}`)) {
            expect(inHand.has(claim.key)).toBe(false);
            inHand.add(claim.key);
            worked.push(...claim.events.map((event) => event.key));
            inHand.delete(claim.key);
            await finishLane(own, claim, allDone(claim));
          }
        }),
      );
      expect(worked).toHaveLength(3 * lanes);
      expect(new Set(worked).size).toBe(3 * lanes);
      expect(worked.filter((key) => key.endsWith(" 7"))).toEqual(["a 7", "b 7", "c 7"]);
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 0, done: 3 * lanes });
    });

    it("events that arrive while their lanes are drained are neither lost nor handled twice", async () => {
      const { store, another } = bench();
      const other = await another();
      const worked: string[] = [];
      let adding = true;
      async function drain(own: Store, owner: string): Promise<void> {
        for (;;) {
          const wasAdding = adding;
          const claim = await tryToClaim(own, owner);
          if (claim === null) {
            if (!wasAdding) return;
            await new Promise((resolve) => setImmediate(resolve));
            continue;
          }
          worked.push(...claim.events.map((event) => event.key));
          await finishLane(own, claim, allDone(claim));
        }
      }
      async function feed(own: Store, name: string): Promise<void> {
        for (let index = 0; index < 60; index += 1) {
          await addEvent(own, String(index % 3), { key: `${name} ${index}` });
        }
      }
      const drained = Promise.all([drain(store, "w-1"), drain(other, "w-2")]);
      await Promise.all([feed(store, "x"), feed(other, "y")]);
      adding = false;
      await drained;
      expect(worked).toHaveLength(120);
      expect(new Set(worked).size).toBe(120);
      for (const name of ["x", "y"]) {
        for (const ticket of [0, 1, 2]) {
          const order = worked
            .filter((key) => key.startsWith(`${name} `))
            .map((key) => Number(key.split(" ")[1]))
            .filter((index) => index % 3 === ticket);
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }
    });

    it("R03: the same event from two connections at once is one event", async () => {
      const { store, another } = bench();
      const other = await another();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? store : other).write((tx) => tx.inbox.add(sampleEvent("1"))),
        ),
      );
      expect(answers.filter((answer) => !answer.duplicate)).toHaveLength(1);
      expect(new Set(answers.map((answer) => answer.eventId)).size).toBe(1);
    });

    it("pages that touch the same lanes in opposite order are both stored", async () => {
      const { store, another } = bench();
      const other = await another();
      const tickets = Array.from({ length: 20 }, (_, index) => String(index));
      const page = (own: Store, name: string, order: string[]) =>
        own.write(async (tx) => {
          for (const ticket of order) await tx.inbox.add(sampleEvent(ticket, { key: `${name} ${ticket}` }));
        });
      await Promise.all([page(store, "x", tickets), page(other, "y", tickets.toReversed())]);
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 40 });
    });

    it("two workers that poll at once: one has the turn", async () => {
      const { store, another } = bench();
      const other = await another();
      await store.write((tx) =>
        tx.connections.add({
          uid: "c-1",
          name: "desk",
          kind: "sample",
          accountFingerprint: "f",
          accountLabel: "desk.example",
          ingestFrom: 0,
        }),
      );
      const turns = await Promise.all(
        [store, other, store, other].map((own, index) =>
          own.write((tx) => tx.pollers.claim("c-1", `w-${index}`, 60_000)),
        ),
      );
      expect(turns.filter((turn) => turn !== null)).toHaveLength(1);
    });
  });
}
