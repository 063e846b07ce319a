import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { triageAlone, zendeskConnection, zendeskWebhook } from "../stage/connection-config.ts";
import { createOtaiApi, type OtaiApi } from "../stage/otai-api.ts";
import { type OtaiServer, startOtai } from "../stage/otai-server.ts";
import { createSandboxControl, type SandboxControl } from "../stage/sandbox-control.ts";
import { reasonsOf, writtenShare } from "../stage/written-precision.ts";

const history = 3000;

let folder: string;
let sandbox: Sandbox;
let desk: SandboxControl;
let otai: OtaiServer;
let api: OtaiApi;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otai-e2e-zendesk-"));
  sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: history,
    dialects: ["zendesk"],
    ratePlan: "unlimited",
    timeScale: 0.01,
  });
  desk = createSandboxControl(sandbox.url);
  otai = await startOtai({
    folder,
    config: {
      ticket_systems: { desk: zendeskConnection({ sandboxUrl: sandbox.url, triage_note: true }) },
      fields: {
        queue: { mode: "automate", precision: 0.97 },
        priority: { mode: "automate", precision: 0.9 },
        ...triageAlone,
      },
    },
  });
  api = createOtaiApi(otai.url);
  await desk.webhooks([zendeskWebhook(otai.url)]);
});

afterAll(async () => {
  await otai?.stop();
  await sandbox?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("Zendesk, by signed webhooks at /zendesk/events", () => {
  it("F02: written groups match the truth in at least 95 of 100 tickets, and the helpdesk's own API shows them", async () => {
    const ids = await desk.arrive(150);
    const decisions = await api.settled(ids);
    const share = writtenShare("queue", await desk.newest(150), decisions);
    expect(share.automated, reasonsOf("queue", decisions)).toBeGreaterThan(10);
    expect(share.precision, `wrong: ${share.wrong.join(", ")}`).toBeGreaterThanOrEqual(0.95);

    const written = decisions.filter((one) => one.field === "queue" && one.written);
    expect(written.length).toBeGreaterThan(0);
    for (const { ticket_id: id, value } of written.slice(0, 10)) {
      const seen = await readByVendorApi(id);
      expect(seen.group).toBe(value);
      const priority = decisions.find((one) => one.ticket_id === id && one.field === "priority")!;
      if (priority.written) expect(seen.priority).toBe(priority.value);
      expect(seen.tags).toEqual(expect.arrayContaining([expect.stringMatching(/^ai-category:/)]));
    }
  });

  it("D23 U20: own writes come back as events and cause no further one; one note, and it is private", async () => {
    await desk.forgetRequests();
    const ids = await desk.arrive(20);
    await api.settled(ids);
    // Echoes are still on their way when the first run ends.
    await sleep(2_000);
    await api.settled(ids);
    const puts = (await desk.requests("write")).filter(
      ({ method, path }) => method === "PUT" && !path.includes("/tags"),
    );
    for (const id of ids) {
      expect(
        puts.filter(({ path }) => path.endsWith(`/tickets/${id}.json`) || path.endsWith(`/tickets/${id}`)).length,
        `writes of ${id}`,
      ).toBeLessThanOrEqual(1);
      const { history: entries, messages } = await desk.ticket(id);
      const changed = entries
        .filter(({ actor, field }) => actor === "bot" && field !== "tags")
        .map(({ field }) => field);
      expect(changed, `changes of ${id}`).toEqual([...new Set(changed)]);
      const notes = messages.filter(({ body }) => body.includes("ai-note triage"));
      expect(notes.length, `notes of ${id}`).toBeLessThanOrEqual(1);
      expect(notes.every((note) => !note.public)).toBe(true);
      const runs = new Set((await api.decisionsOf(id)).map((one) => one.run_id));
      expect(runs.size, `runs of ${id}`).toBe(1);
    }
    expect(puts.length).toBeGreaterThan(0);
  });
});

async function readByVendorApi(id: string) {
  const headers = { authorization: `Basic ${Buffer.from("agent@sandbox.example/token:sandbox").toString("base64")}` };
  const get = async (path: string) => {
    const response = await fetch(`${sandbox.url}/zendesk/api/v2${path}`, { headers });
    expect(response.status).toBe(200);
    return response.json();
  };
  const { ticket } = (await get(`/tickets/${id}.json`)) as {
    ticket: { group_id: number | null; priority: string | null; tags: string[] };
  };
  const { groups } = (await get("/groups.json")) as { groups: { id: number; name: string }[] };
  return {
    group: groups.find((group) => group.id === ticket.group_id)?.name ?? null,
    priority: ticket.priority,
    tags: ticket.tags,
  };
}
