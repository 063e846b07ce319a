import { OtaiError, RateLimitedError, UnavailableError } from "@otai/plugin-api/errors";
import { describe, expect, it } from "vitest";
import type { UseBench } from "./suite-bench.ts";

const quarterOfAnHourMs = 15 * 60_000;

export function faultsSuite(bench: UseBench): void {
  describe("limits and a bad line", () => {
    it("R06: 429 is a RateLimitedError with the time to wait, and blocks that class of calls alone", async () => {
      const { system, desk, context } = bench();
      await desk.fault({ kind: "429", next: 1 });
      const error: unknown = await system.read.getTicket("1").catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(RateLimitedError);
      const { retryAfterMs } = error as RateLimitedError;
      expect(retryAfterMs).toBeGreaterThan(0);
      expect(retryAfterMs).toBeLessThan(quarterOfAnHourMs);
      const [rateClass] = context.reserved;
      expect([...context.blockedUntil]).toEqual([[rateClass, context.now + retryAfterMs!]]);
    });

    it("while a class is blocked nothing of it is sent; afterwards it goes on", async () => {
      const { system, desk, context } = bench();
      await desk.fault({ kind: "429", next: 1 });
      const error: unknown = await system.read.getTicket("1").catch((thrown: unknown) => thrown);
      await desk.clearRequests();
      await expect(system.read.getTicket("1")).rejects.toThrow(RateLimitedError);
      expect(await desk.requests()).toEqual([]);
      context.advance((error as RateLimitedError).retryAfterMs!);
      expect((await system.read.getTicket("1")).id).toBe("1");
    });

    it("while reading is blocked, calls of another class go on", async (test) => {
      const { system, desk, context, connect, url } = bench();
      const cursor = system.changes.cursorFrom(context.now - 86_400_000);
      await connect(url).changes.listChanges(cursor);
      const classesOfFeed = new Set(context.reserved);
      await desk.fault({ kind: "429", next: 1 });
      await expect(system.read.getTicket("1")).rejects.toThrow(RateLimitedError);
      const [blocked] = [...context.blockedUntil.keys()];
      if (classesOfFeed.has(blocked!)) test.skip("this system counts all reading together");
      expect((await system.changes.listChanges(cursor)).changes).not.toEqual([]);
    });

    it("R07: a write that met 429 was not carried out, says so, and is not repeated by itself", async () => {
      const { system, desk, newTicket } = bench();
      const id = await newTicket();
      const { version } = await system.read.getTicket(id);
      await desk.clearRequests();
      await desk.fault({ kind: "429", next: 1, only: "write" });
      const attempt = system.write.updateTicket(id, { priority: "high", expectedVersion: version });
      await expect(attempt).rejects.toThrow(RateLimitedError);
      await expect(attempt).rejects.toMatchObject({ outcomeUnknown: false });
      expect(await desk.requests("write")).toHaveLength(1);
      expect((await desk.view(id)).priority).toBe("low");
    });

    it("R07: reading gets over a cut line by itself", async () => {
      const { system, desk } = bench();
      await desk.fault({ kind: "reset", next: 2, only: "read" });
      expect((await system.read.getTicket("1")).id).toBe("1");
    });

    it("R07: a burst of 5xx is an UnavailableError or got over, and reading works again after it", async () => {
      const { system, desk } = bench();
      await desk.fault({ kind: "5xx", next: 5, only: "read" });
      const outcome: unknown = await system.read.getTicket("1").catch((error: unknown) => error);
      if (OtaiError.is(outcome)) expect(outcome).toMatchObject({ code: "unavailable", retry: "later" });
      else expect(outcome).toMatchObject({ id: "1" });
      await desk.calm();
      expect((await system.read.getTicket("1")).id).toBe("1");
    });

    it("a server that does not answer is given up after the time limit", async () => {
      const { desk, connect, url } = bench();
      await desk.fault({ kind: "timeout", next: 3, only: "read" });
      const hasty = connect(url, { timeoutSeconds: 0.3 });
      await expect(hasty.read.getTicket("1")).rejects.toThrow(UnavailableError);
    });

    it("when the host stops, waiting calls end", async () => {
      const { system, desk, context } = bench();
      await desk.fault({ kind: "timeout", next: 1 });
      const attempt = system.read.getTicket("1");
      context.stop();
      await expect(attempt).rejects.toThrow(UnavailableError);
    });

    it.each(["reset", "timeout", "5xx", "garbled"] as const)(
      "R07: fields whose answer was lost (%s) are written in the end, or the outcome is called unknown",
      async (kind) => {
        const { desk, newTicket, connect, url } = bench();
        const hasty = connect(url, { timeoutSeconds: 0.3 });
        for (let round = 0; round < 4; round++) {
          const id = await newTicket();
          const { version } = await hasty.read.getTicket(id);
          await desk.fault({ kind, next: 1, only: "write" });
          const update = { priority: "high", addTags: ["ai-x"], expectedVersion: version } as const;
          const result: unknown = await hasty.write.updateTicket(id, update).catch((error: unknown) => error);
          const { priority, tags } = await desk.view(id);
          if (OtaiError.is(result) && result.code === "conflict") {
            // Its own first try had come through and moved the stamp: whoever reads again finds it written.
            expect(priority).toBe("high");
          } else if (OtaiError.is(result)) expect(result).toMatchObject({ outcomeUnknown: true });
          else expect({ priority, tags }).toEqual({ priority: "high", tags: ["ai-x"] });
        }
      },
    );

    it.each(["429", "5xx", "reset"] as const)(
      "R07: %s at any single call of an update never hides that something was written",
      async (kind) => {
        const { system, desk, newTicket, connect, url, context } = bench();
        for (let call = 0; ; call++) {
          const id = await newTicket();
          // Nothing is remembered from the round before, and no class is blocked by it.
          context.advance(10 * 60_000);
          const fresh = connect(url);
          const { version } = await system.read.getTicket(id);
          await desk.clearRequests();
          await desk.fault({ kind, next: 1, skip: call });
          const update = { priority: "high", addTags: ["ai-x"], expectedVersion: version } as const;
          const result: unknown = await fresh.write.updateTicket(id, update).catch((error: unknown) => error);
          await desk.calm();
          const { priority, history } = await desk.view(id);
          const written = history.some(({ actor }) => actor === "bot");
          if (OtaiError.is(result) && written) {
            expect(result.outcomeUnknown || result.code === "conflict", `call ${call}: ${result.message}`).toBe(true);
          }
          if (!OtaiError.is(result)) expect(priority).toBe("high");
          const struck = (await desk.requests()).some(({ fault }) => fault !== null);
          if (!struck) {
            expect(call).toBeGreaterThan(0);
            return;
          }
        }
      },
    );
  });
}
