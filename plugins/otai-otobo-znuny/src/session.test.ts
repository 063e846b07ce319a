import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { describe, expect, test } from "vitest";
import { createSession } from "./session.ts";
import { shows, startWireDesk } from "./testing/wire-desk.ts";

function logins() {
  const clock = { at: 0, now: () => clock.at };
  let count = 0;
  const session = createSession(async () => `s${++count}`, clock, 6_600_000);
  return { clock, session };
}

describe("OT-3 a session dies two hours after it was made, however much it is used", () => {
  test("under constant use it is renewed in time, and nothing fails", async () => {
    const desk = await startWireDesk({}, shows());
    for (let minute = 0; minute <= 240; minute += 30) {
      await desk.read.getTicket("13");
      desk.context.now += 30 * 60_000;
    }
    const opened = desk.wire.requests.filter(({ path }) => path.endsWith("/Session"));
    expect(opened).toHaveLength(3);
    expect(desk.wire.unexpected).toEqual([]);
    await desk.stop();
  });

  test("one log-in serves everybody who asks at the same time", async () => {
    const { session } = logins();
    expect(await Promise.all([session.get(), session.get(), session.get()])).toEqual(["s1", "s1", "s1"]);
  });

  test("a session that the server forgot is replaced, a newer one stays", async () => {
    const { session } = logins();
    const first = await session.get();
    session.drop(first);
    const second = await session.get();
    session.drop(first);
    expect([first, second, await session.get()]).toEqual(["s1", "s2", "s2"]);
  });

  test("a failed log-in is not remembered", async () => {
    let tries = 0;
    const context = createTestContext();
    const session = createSession(
      async () => {
        tries += 1;
        if (tries === 1) throw new Error("down");
        return "s";
      },
      context.clock,
      1_000,
    );
    await expect(session.get()).rejects.toThrow("down");
    expect(await session.get()).toBe("s");
    context.stop();
  });
});
