import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { refuses, staysSilent, streamsForEver } from "./lying-server.ts";
import { type LyingWorld, openLyingWorld, personal } from "./lying-world.ts";
import { expectNothingWrong } from "./what-was-written.ts";

interface Failure {
  readonly name: string;
  /** `null`: nobody listens. */
  readonly reaction: ((response: ServerResponse) => void) | null;
  readonly reason: "llm_unavailable" | "llm_timeout" | "invalid_model_output";
  /** The server may have computed, so it is counted. */
  readonly charged?: true;
}

const page = (response: ServerResponse) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end("<html><body>Welcome to sapphire</body></html>");
};
const redirect = (response: ServerResponse) => {
  response.writeHead(302, { location: "http://sapphire.example/v1/chat/completions" });
  response.end();
};
const breaksOff = (response: ServerResponse) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
  response.write('{"choices": [');
  setTimeout(() => response.destroy(), 20);
};

const failures: readonly Failure[] = [
  { name: "is not there", reaction: null, reason: "llm_unavailable" },
  { name: "wants another key (401)", reaction: refuses(401), reason: "llm_unavailable" },
  { name: "wants money (402)", reaction: refuses(402), reason: "llm_unavailable" },
  { name: "is at its limit (429)", reaction: refuses(429, { "retry-after": "60" }), reason: "llm_unavailable" },
  { name: "has a fault of its own (500)", reaction: refuses(500), reason: "llm_unavailable" },
  { name: "is another server's page", reaction: page, reason: "llm_unavailable", charged: true },
  { name: "sends elsewhere (302)", reaction: redirect, reason: "llm_unavailable" },
  { name: "breaks off", reaction: breaksOff, reason: "llm_unavailable", charged: true },
  { name: "never answers", reaction: staysSilent, reason: "llm_timeout", charged: true },
  { name: "never ends its answer", reaction: streamsForEver, reason: "llm_timeout", charged: true },
];

let world: LyingWorld;
afterEach(() => world?.close());

describe("issue 4: with a model that cannot be asked everything still answers", () => {
  // The services alone would wait for 10 to 60 seconds.
  it.each(failures)("it $name", async ({ reaction, reason, charged }) => {
    world = await openLyingWorld({ timeout: 0.3 });
    if (reaction === null) await world.model.close();
    else world.model.always(() => reaction);

    const { classify, ...others } = await world.askAll();
    expect([classify.status, classify.body.degraded, classify.body.degraded_reason]).toEqual([200, true, reason]);
    expect(classify.body).toMatchObject({ category: "billing", engine: "rules" });
    for (const { status, body } of Object.values(others)) {
      expect([status, body.degraded, body.degraded_reason, body.engine]).toEqual([200, true, reason, "rules"]);
    }

    const id = await world.live();
    await expectNothingWrong(world, id, /sapphire/);
    const traces = (await world.runsOf(id)).map(({ trace }) => trace as { step: string; degraded_reason?: string });
    for (const step of ["draft", "qa"]) {
      // After three failures nobody waits for it any more.
      expect(traces.find((trace) => trace.step === step)!.degraded_reason).toBeOneOf([reason, "llm_unavailable"]);
    }
    expect(await world.counts()).toMatchObject({ open: 0, dead: 0 });

    for (const { status, body } of await world.health()) expect([status, body.status]).toEqual([200, "ok"]);
    for (const { total_tokens, budget } of await world.usage()) {
      expect(total_tokens > 0).toBe(charged === true);
      expect([budget.spent, budget.stopped]).toEqual([total_tokens, false]);
    }
    expect(world.model.asked.length).toBeLessThanOrEqual(3 + 3);
    expect(world.model.received.flatMap((text) => personal.exec(text)?.[0] ?? [])).toEqual([]);
  });
});
