import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { configuredRules } from "./configured-rules.ts";

let folder: ConfigFolder;
beforeEach(() => {
  folder = new ConfigFolder();
});
afterEach(() => folder.remove());

const rulesOf = async (text: string) => configuredRules((await folder.load(sampleSystem() + text)).config.routing);

describe("routing rules of the configuration", () => {
  it("say queue, agent and strategy; without a word about agents nobody is chosen", async () => {
    const rules = await rulesOf(`routing:
  - when: { category: billing }
    then: { queue: Billing, agent: A-012, strategy: least_busy }
  - then: { queue: Support }
`);
    expect(rules.map(({ then }) => then)).toEqual([
      { team: "billing", group_id: null, group_name: "Billing", agent: "A-012", strategy: "least_busy" },
      { team: "support", group_id: null, group_name: "Support", agent: null, strategy: "none" },
    ]);
  });

  it("know no other strategies", async () => {
    const faults = await folder.faults(`${sampleSystem()}routing: [{ then: { queue: Support, strategy: random } }]\n`);
    expect(faults).toEqual([expect.stringContaining("routing[0].then.strategy: must be one of none, round_robin")]);
  });

  test.each(["0", "1.5", "many"])("services.triage.agent_load_cap is a number of tickets, not %s", async (cap) => {
    const faults = await folder.faults(`${sampleSystem()}services: { triage: { agent_load_cap: ${cap} } }\n`);
    expect(faults).toEqual([expect.stringContaining("services.triage.agent_load_cap")]);
  });
});
