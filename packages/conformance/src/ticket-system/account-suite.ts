import { AuthenticationError, UnavailableError } from "@otai/plugin-api/errors";
import { describe, expect, it } from "vitest";
import type { Offers } from "./capabilities.ts";
import { itWhere } from "./it-where.ts";
import type { UseBench } from "./suite-bench.ts";
import type { TicketSystemUnderTest } from "./system-under-test.ts";

export function accountSuite(bench: UseBench, { botName }: TicketSystemUnderTest, offers: Offers): void {
  describe("account", () => {
    it("connecting makes no call; identify says which account it is and who we are there", async () => {
      const { connect, desk, url, system } = bench();
      connect(url);
      expect(await desk.requests()).toEqual([]);
      const identity = await system.read.identify();
      expect(identity.fingerprint).not.toBe("");
      expect(identity.label).not.toBe("");
      expect(identity.botUser).toEqual({ id: expect.stringMatching(/./), name: expect.stringMatching(/./) });
    });

    it("the fingerprint is the same for every connection to the account", async () => {
      const { connect, url, system } = bench();
      const [first, second] = await Promise.all([system.read.identify(), connect(url).read.identify()]);
      expect(second).toEqual(first);
    });

    it("the bot user is the one under whose name our writes stand", async () => {
      const { system, desk, newTicket } = bench();
      const { botUser } = await system.read.identify();
      const id = await newTicket();
      const { version } = await system.read.getTicket(id);
      await system.write.updateTicket(id, { priority: "high", expectedVersion: version });
      const ours = (await desk.view(id)).history.filter(({ actor }) => actor === "bot");
      expect(ours).not.toEqual([]);
      expect(botUser!.name).toBe(botName ?? ours[0]!.name);
      expect(new Set(ours.map(({ name }) => name)).size).toBe(1);
    });

    itWhere(offers.agents, "agents are not listed")("agents, each with the queues they work in", async () => {
      const { system } = bench();
      const agents = (await system.read.listAgents!())!;
      expect(new Set(agents.map(({ id }) => id)).size).toBe(agents.length);
      const { botUser } = await system.read.identify();
      expect(agents.map(({ id }) => id)).toContain(botUser!.id);
      expect(agents.filter(({ active }) => active).length).toBeGreaterThan(1);
      // Some systems have one more, where new tickets lie.
      const queues = (await system.read.listQueues!()).map(({ id }) => id);
      const ada = agents.find(({ name }) => name === "Ada Brenner");
      expect(ada).toMatchObject({ active: true });
      expect(queues).toEqual(expect.arrayContaining([...ada!.queues]));
      expect(ada!.queues.length).toBeGreaterThan(1);
      expect(queues.filter((queue) => agents.every((agent) => !agent.queues.includes(queue)))).toEqual([]);
    });

    it("wrong credentials are an AuthenticationError, whatever is asked", async () => {
      const { connect, url, system, context } = bench();
      const stranger = connect(url, { credentials: "wrong" });
      await expect(stranger.read.identify()).rejects.toThrow(AuthenticationError);
      await expect(stranger.read.getTicket("1")).rejects.toThrow(AuthenticationError);
      const cursor = system.changes.cursorFrom(context.now);
      await expect(stranger.changes.listChanges(cursor)).rejects.toThrow(AuthenticationError);
    });

    it.each(["https://helpdesk.invalid", "http://127.0.0.1:9"])(
      "nobody answers at %s: UnavailableError",
      async (url) => {
        const attempt = bench().connect(url, { timeoutSeconds: 2 }).read.identify();
        await expect(attempt).rejects.toThrow(UnavailableError);
        await expect(attempt).rejects.toThrow(new URL(url).host);
      },
    );
  });
}
