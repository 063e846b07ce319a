import { readFileSync } from "node:fs";
import { routeAnswerSchema } from "@otai/service-api/route";
import { routingRulesSchema, ruleTestAnswerSchema } from "@otai/service-api/routing-rule";
import { ruleDryRunSchema } from "@otai/service-api/rule-dry-run";
import { benchStart } from "@otai/services/triage/testing/samples";
import type { TriageBench } from "@otai/services/triage/testing/triage-bench";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type HttpBench, openHttpBench } from "../../testing/http-bench.ts";
import { openTriageHttp, post, problemOf, send, someRules } from "../../testing/triage-http.ts";

const folder = new URL("../../../../../fixtures/service-api/triage/", import.meta.url);
/** One of the examples of the reference. */
const example = (file: string) => JSON.parse(readFileSync(new URL(`${file}.json`, folder), "utf8"));
const spellings = ["", "/api/v1"] as const;

let bench: HttpBench;
let service: TriageBench;
async function open(...parts: Parameters<typeof openTriageHttp>): Promise<void> {
  ({ service, bench } = await openTriageHttp(...parts));
}
beforeEach(() => open());
afterEach(() => service.close());

const texts = { subject: "Can't pay", body: "The payment fails and the invoice is wrong" };

describe("routing rules over HTTP", () => {
  const put = (body: unknown, headers: Record<string, string> = {}) => bench.ask("/rules", send("PUT", body, headers));

  it("carry their version in ETag and X-Rules-Version, which If-Match gives back", async () => {
    const first = await bench.ask("/rules");
    expect([first.headers.get("etag"), first.headers.get("x-rules-version")]).toEqual(['"0"', "0"]);
    const saved = await put(someRules, { "If-Match": '"0"' });
    expect([saved.status, saved.headers.get("etag")]).toEqual([200, '"1"']);
    const [rule, rest] = routingRulesSchema.parse(await saved.json());
    expect(rule).toMatchObject({ id: "r-billing-high", updated_by: "local" });
    expect(rest).toMatchObject({ when: { category: [], hours: "always" } });
    const again = await bench.ask("/api/v1/rules");
    expect([again.headers.get("x-rules-version"), (await again.json()) as unknown[]]).toMatchObject(["1", [{}, {}]]);
  });

  it("409 for a version that is not the newest, also as a weak tag; `*` and none mean any", async () => {
    await put(someRules);
    for (const stale of ['"0"', 'W/"0"', '"7"']) {
      const answer = await put([], { "If-Match": stale });
      expect([answer.status, (await problemOf(answer)).error_code]).toEqual([409, "CONFLICT"]);
    }
    expect((await put([], { "If-Match": "four" })).status).toBe(400);
    expect((await put([], { "If-Match": 'W/"1"' })).status).toBe(200);
    expect((await put(someRules, { "If-Match": "*" })).status).toBe(200);
  });

  it("422 for rules that would not work, and the old ones stay", async () => {
    const answer = await put(someRules.slice(0, 1));
    expect(answer.status).toBe(422);
    const { errors } = await problemOf(answer);
    expect(errors).toEqual([{ field: "0", message: expect.stringContaining("default") }]);
    expect(await (await bench.ask("/rules")).json()).toEqual([]);
  });

  it("rules of the configuration cannot be changed here", async () => {
    await service.close();
    await open({ pinnedRules: routingRulesSchema.parse(someRules) });
    expect((await put([])).status).toBe(409);
    expect(await (await bench.ask("/rules")).json()).toHaveLength(2);
  });

  it("are tried before they count", async () => {
    const ticket = example("route").request;
    const answer = await bench.ask("/api/v1/rules/test", post({ ticket, rules: someRules }));
    const tried = ruleTestAnswerSchema.parse(await answer.json());
    expect(tried.routing.rule_id).toBe("r-billing-high");
    expect(tried.steps.map(({ matched }) => matched)).toEqual([true, true]);
    expect(await (await bench.ask("/rules")).json()).toEqual([]);
  });

  it("5.4: are tried on the tickets of the last week, in both spellings, and nothing is saved", async () => {
    await service.close();
    const judgedAt = benchStart - 60_000;
    const ticket = { ...{ connection: "desk", category: "billing", urgency: "high" }, language: null, judgedAt };
    await open({
      judged: [
        { ...ticket, ticketId: "T-2" },
        { ...ticket, ticketId: "T-1", category: "sales" },
      ],
    });
    for (const spelling of spellings) {
      const answer = await bench.ask(`${spelling}/rules/test`, post({ period: "last_week", rules: someRules }));
      expect(answer.status).toBe(200);
      expect(ruleDryRunSchema.parse(await answer.json())).toMatchObject({
        tickets: 2,
        rules: [
          { rule_id: "r-billing-high", examples: ["T-2"] },
          { rule_id: "r-rest", examples: ["T-1"] },
        ],
        changed: { tickets: 0 },
      });
    }
    expect(await (await bench.ask("/rules")).json()).toEqual([]);
  });

  it("other teams come with the classification that is spread into the request", async () => {
    await bench.ask("/rules", send("PUT", someRules));
    const answer = await bench.ask("/route", post(example("route-as-the-guide-does").request));
    expect(routeAnswerSchema.parse(await answer.json())).toMatchObject({
      agent: "A-011",
      alternatives: [{ team: "support", group_id: null, score: 0.08 }],
    });
  });

  it("are read with the scope read or triage, and changed with admin only, under the key's name", async () => {
    const keys = ["read", "triage", "admin"].map((scope) => ({
      name: scope,
      key: `key-that-may-${scope}`,
      scopes: [scope],
    }));
    bench = await openHttpBench({ store: service.store, services: { triage: service.triage }, keys });
    const by = (scope: string) => ({ "X-API-Key": `key-that-may-${scope}` });
    for (const scope of ["read", "triage"]) {
      expect((await bench.ask("/rules", { headers: by(scope) })).status).toBe(200);
      expect((await put(someRules, by(scope))).status).toBe(403);
    }
    expect(await (await put(someRules, by("admin"))).json()).toMatchObject([{ updated_by: "admin" }, {}]);
    expect((await bench.ask("/classify", send("POST", texts, by("read")))).status).toBe(403);
  });

  it("405 with what is allowed for any other method", async () => {
    const answer = await bench.ask("/rules", { method: "DELETE" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, PUT"]);
  });
});
