import type { Usage } from "@otai/service-api/usage";
import { afterEach, describe, expect, test } from "vitest";
import { type HttpBench, openHttpBench } from "../../testing/http-bench.ts";

const used: Usage = {
  models: {
    "small:4b": { calls: 2, prompt_tokens: 80, completion_tokens: 20, total_tokens: 100, total_cost: 0.25 },
  },
  total_cost: 0.25,
  total_tokens: 100,
  budget: {
    limit: 1000,
    spent: 100,
    cost_limit: null,
    cost_spent: 0.25,
    resets_at: "2026-11-21T00:00:00.000Z",
    stopped: false,
  },
};

let bench: HttpBench;
afterEach(() => bench.store.close());

describe("1.2: GET /usage", () => {
  test.each(["/usage", "/api/v1/usage"])("%s tells what was used, in the published shape", async (path) => {
    bench = await openHttpBench({ usage: async () => used });
    const answer = await bench.ask(path);
    expect([answer.status, await answer.json()]).toEqual([200, used]);
  });

  test("off loopback it wants a key that may read", async () => {
    const keys = [
      { name: "reader", key: "k-read", scopes: ["read"] },
      { name: "triage", key: "k-triage", scopes: ["triage"] },
    ];
    bench = await openHttpBench({ usage: async () => used, loopback: false, keys });
    const status = async (key: string) => (await bench.ask("/usage", { headers: { "X-API-Key": key } })).status;
    expect(await Promise.all([status("k-read"), status("k-triage"), status("wrong")])).toEqual([200, 403, 401]);
  });
});
