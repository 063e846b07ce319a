import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "@otai/host/app/create-app";
import { loadConfig } from "@otai/host/config/load-config";
import { createLog } from "@otai/host/log/create-log";
import { createSandbox } from "@otai/sandbox/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freshdeskConnection,
  otoboConnection,
  zammadConnection,
  zendeskConnection,
} from "../../stage/connection-config.ts";
import { createOtaiApi } from "../../stage/otai-api.ts";
import { createSandboxControl, type DeskRequest } from "../../stage/sandbox-control.ts";
import { startPublishedTriage } from "./published-triage.ts";

const letter = {
  subject: "Charged twice",
  body: "You charged my card twice for the same order.",
  requester: "jo@customer.example",
};
/** Billing, at the desks whose groups have the sandbox's own ids. */
const billing = 80_000_374_701;
const minute = 60_000;

let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "otai-e2e-golden-"));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

interface Triaged {
  /** The helpdesk calls that changed something, in order. */
  readonly writes: readonly DeskRequest[];
  /** What the Triage service was asked, by path. */
  readonly asked: ReadonlyMap<string, readonly unknown[]>;
}

/** One ticket that has the tag `vip` already, in mode `automate`, all fields sure enough. */
async function triage(
  dialect: string,
  connection: (settings: { sandboxUrl: string; ingest_from: string }) => unknown,
  group: Readonly<Record<string, unknown>>,
): Promise<Triaged> {
  let ahead = 0;
  const sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: 0,
    dialects: [dialect],
    ratePlan: "unlimited",
    timeScale: 1,
    now: () => Date.now() + ahead,
  });
  const service = await startPublishedTriage(group);
  const file = join(parent, `${dialect}.yml`);
  const lately = new Date(Date.now() - 60 * minute).toISOString();
  const automate = { mode: "automate", threshold: 0.9 };
  const config = {
    ticket_systems: { desk: connection({ sandboxUrl: sandbox.url, ingest_from: lately }) },
    fields: { queue: automate, priority: automate, category: automate },
    server: { port: 0 },
  };
  writeFileSync(file, JSON.stringify(config));
  try {
    const desk = createSandboxControl(sandbox.url);
    const id = await desk.write(letter);
    await desk.act(id, { tags: ["vip"] });
    // Zendesk's change feed leaves out the newest minute.
    ahead = 2 * minute;
    const loaded = await loadConfig(file, { OTAI_DATA_DIR: join(parent, dialect), TRIAGE_URL: service.url });
    const app = await createApp({ loaded, version: "1.2.3", role: "all", log: createLog("error") });
    try {
      const settled = createOtaiApi(app.url!).settled([id]);
      await Promise.race([settled, app.working]);
    } finally {
      await app.close();
    }
    const writes = await desk.requests("write");
    expect(writes.filter(({ status }) => status >= 300)).toEqual([]);
    return { writes, asked: service.asked };
  } finally {
    await service.close();
    await sandbox.close();
  }
}

const calls = (writes: readonly DeskRequest[]) =>
  writes.map(({ method, path }) => `${method} ${path.replace(/^\/\w+(\/api\/v\d)?\//, "")}`);

describe("the write of ticket-created, key by key, with a Triage that answers the published fields only", () => {
  it("2.4 Freshdesk: the guide's body, its tags merged with those of the ticket", async () => {
    const { writes, asked } = await triage("freshdesk", freshdeskConnection, { group_id: billing });
    expect(calls(writes)[0]).toBe("PUT tickets/1");
    expect(calls(writes).filter((call) => call === "PUT tickets/1")).toHaveLength(1);
    expect(writes[0]!.body).toEqual({
      priority: 3,
      type: "Billing",
      group_id: billing,
      custom_fields: { cf_ai_category: "billing", cf_ai_urgency: "high", cf_ai_confidence: "0.93" },
      tags: ["vip", "ai-category:billing", "ai-urgency:high"],
    });
    expect(asked.get("/classify")).toEqual([expect.objectContaining({ subject: letter.subject, body: letter.body })]);
    expect(asked.get("/route")).toEqual([
      expect.objectContaining({ ticket_id: "1", category: "billing", urgency: "high", sentiment: "negative" }),
    ]);
  });

  it("2.5 Zendesk: group and priority in one safe update, options of the fields, tags added", async () => {
    const { writes } = await triage("zendesk", zendeskConnection, { group_id: billing });
    const field = (value: string) => ({ id: expect.any(Number), value });
    expect(writes[0]!.body).toEqual({
      ticket: {
        priority: "high",
        group_id: billing,
        custom_fields: [field("ai_category_billing"), field("ai_urgency_high"), field("0.93")],
        safe_update: true,
        updated_stamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    });
  });

  it("2.5 Zammad: by name, tags one by one", async () => {
    const { writes } = await triage("zammad", zammadConnection, { group_id: null, group_name: "Billing" });
    expect(calls(writes).slice(0, 3)).toEqual(["PUT tickets/1", "POST tags/add", "POST tags/add"]);
    expect(writes[0]!.body).toEqual({
      group: "Billing",
      priority: "3 high",
      ai_category: "billing",
      ai_urgency: "high",
      ai_confidence: "0.93",
    });
    expect(writes.slice(1, 3).map(({ body }) => body)).toEqual(
      ["ai-category:billing", "ai-urgency:high"].map((item) => ({ item, object: "Ticket", o_id: 1 })),
    );
  });

  it("2.5 OTOBO: queue and priority by name, the rest in dynamic fields", async () => {
    const connection = (settings: { sandboxUrl: string }) => {
      const { params, ...rest } = otoboConnection("otobo")(settings);
      // A queue without any ticket is known by its name only.
      return { ...rest, params: { ...params, queues: ["Billing"] } };
    };
    const { writes } = await triage("otobo", connection, { group_id: null, group_name: "Billing" });
    expect(writes[0]!.body).toEqual({
      SessionID: expect.stringMatching(/^\w+$/),
      Ticket: { Queue: "Billing", Priority: "4 high" },
      DynamicField: [
        { Name: "AICategory", Value: "billing" },
        { Name: "AIUrgency", Value: "high" },
        { Name: "AIConfidence", Value: "0.93" },
        { Name: "AITags", Value: ["vip", "ai-category:billing", "ai-urgency:high"] },
      ],
    });
    expect(writes[0]!.path).toMatch(/\/Ticket\/1$/);
  });
});
