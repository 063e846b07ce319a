import { describe, expect, test } from "vitest";
import { createNeighbourhood } from "./own-network.ts";
import plugin from "./plugin.ts";
import { openBench } from "./testing/model-bench.ts";
import { startStubServer } from "./testing/stub-server.ts";

const allows = (address: string, allowPublic = false) => {
  try {
    createNeighbourhood(allowPublic).checkLiteral(new URL(`http://${address}/v1`));
    return true;
  } catch {
    return false;
  }
};

describe("S02: a model is asked within the own network, unless somebody allows more", () => {
  test.each([
    "127.0.0.1",
    "[::1]",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.9",
    "100.64.0.7",
    "[fd00::1]",
    "[::ffff:10.0.0.1]",
  ])("%s is near", (address) => {
    expect(allows(address)).toBe(true);
  });

  test.each(["8.8.8.8", "134744072", "0x8080808", "[2606:4700::1]", "[::ffff:8.8.8.8]", "172.32.0.1"])(
    "%s is far",
    (address) => {
      expect([allows(address), allows(address, true)]).toEqual([false, true]);
    },
  );

  test.each([
    "169.254.169.254",
    "[::ffff:169.254.169.254]",
    "[fe80::1]",
    "0.0.0.0",
    "224.0.0.1",
    "[64:ff9b::a9fe:a9fe]",
  ])("%s is never asked", (address) => {
    expect([allows(address), allows(address, true)]).toEqual([false, false]);
  });

  test("a name counts for what it resolves to, at the connection itself", async () => {
    const resolve = (name: string, allowPublic: boolean) =>
      new Promise((resolved) => {
        createNeighbourhood(allowPublic).lookup(name, { all: true }, (error, found) => resolved(error?.name ?? found));
      });
    expect(await resolve("localhost", false)).not.toBe("ForeignAddressError");
    // The resolver turns literals into themselves, so no name server is needed here.
    expect(await resolve("8.8.8.8", false)).toBe("ForeignAddressError");
    expect(await resolve("8.8.8.8", true)).toEqual([{ address: "8.8.8.8", family: 4 }]);
    expect(await resolve("169.254.169.254", true)).toBe("ForeignAddressError");
  });

  test("a public address is refused before anything starts, with what to set", () => {
    const { params, create } = plugin.languageModels.OpenAiCompatibleModel!;
    const parsed = params.parse({ base_url: "https://8.8.8.8/v1", model: "m" });
    expect(() => create(parsed as never, {} as never)).toThrow(/^models\.llm\.base_url: .*allow_public: true$/);
  });

  test("a redirect is not followed, least of all with the key", async () => {
    const goal = await startStubServer('{"category": "billing", "score": 1}');
    const server = await startStubServer((response) => {
      response.writeHead(307, { location: `http://localhost:${goal.port}/v1/chat/completions` }).end();
    });
    try {
      const { refusal } = openBench({ base_url: server.url, api_key: "k-1" });
      expect(await refusal()).toMatchObject({
        reason: "llm_unavailable",
        message: expect.stringContaining("redirect (307)"),
      });
      expect(goal.asked).toEqual([]);
    } finally {
      await Promise.all([server.close(), goal.close()]);
    }
  });
});
