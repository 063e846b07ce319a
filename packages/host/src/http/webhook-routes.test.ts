import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createWebhookTargets } from "../app/webhook-targets.ts";
import { connect } from "../plugins/connect.ts";
import { ConfigFolder } from "../testing/config-folder.ts";
import { type HttpBench, openHttpBench } from "../testing/http-bench.ts";

const secret = "a-secret-of-the-receiver-test";

let folder: ConfigFolder;
let bench: HttpBench;
beforeEach(() => {
  folder = new ConfigFolder();
});
afterEach(async () => {
  folder.remove();
  await bench.store.close();
});

/** Connections by name and service, each with the secret; none of them asks its helpdesk anything. */
async function open(systems: Readonly<Record<string, string>>): Promise<void> {
  const entries = Object.entries(systems).map(([name, use]) => {
    const account = use.startsWith("otai_zammad")
      ? "base_url: http://127.0.0.1:9, token: t"
      : "base_url: http://127.0.0.1:9, username: otai, password: p";
    return `  ${name}:\n    use: ${use}\n    params: { ${account} }\n    webhook: { secret: ${secret} }\n`;
  });
  const loaded = await folder.load(`ticket_systems:\n${entries.join("")}`);
  const targets = createWebhookTargets(loaded);
  bench = await openHttpBench({ webhooks: targets.list });
  for (const configured of loaded.ticketSystems) {
    const { name } = configured;
    const connection = { uid: name, name, kind: configured.settings.use, accountFingerprint: name, accountLabel: name };
    await bench.store.write((tx) => tx.connections.add({ ...connection, ingestFrom: 0 }));
    const { connection: _, ...context } = createTestContext();
    targets.add(configured, {
      uid: name,
      name,
      system: connect(configured, context),
      botUserId: null,
      ingestFrom: 0,
      schema: async () => ({ queues: [], fields: [] }),
    });
  }
}

const post = (path: string, body: object = { Event: "TicketCreate", TicketID: "13" }, given = secret) =>
  bench.ask(path, {
    method: "POST",
    headers: { "content-type": "application/json", "x-otai-webhook-secret": given },
    body: JSON.stringify(body),
  });

/** The connections for which something came in since the last look. */
async function reached(): Promise<string[]> {
  const uids: string[] = [];
  for (;;) {
    const claimed = await bench.store.write((tx) => tx.inbox.claim("test", 60_000));
    if (claimed === null) return uids.sort();
    uids.push(claimed.connectionUid);
  }
}

const family = {
  otobo: "otai_otobo_znuny:OtoboTicketsystemService",
  znuny: "otai_otobo_znuny:ZnunyTicketsystemService",
  otrs: "otai_otobo_znuny:OtrsTicketsystemService",
};

describe("OT-23 calls of OTOBO, Znuny and OTRS", () => {
  const routes = ["events", "ticket-created", "customer-replied", "ticket-resolved"];

  test.each(Object.entries(family))("of %s reach its connection on every route", async (flavour, use) => {
    await open({ desk: use });
    for (const route of routes) {
      for (const path of [`/${flavour}/${route}`, `/${flavour}/desk/${route}`, `/otobo-znuny/${route}`]) {
        const answer = await post(path);
        expect([answer.status, await answer.text()], path).toEqual([200, '{"Success":1}']);
      }
    }
    expect((await post("/api/v1/webhook/otobo")).status).toBe(200);
    expect(await reached()).toEqual(["desk"]);
  });

  test("reach the connection that the path names, and without a name one of that flavour", async () => {
    await open({ z: family.znuny, o: family.otobo, old: family.otrs });
    await post("/otobo/events");
    expect(await reached()).toEqual(["o"]);
    expect((await post("/otobo/z/events")).status).toBe(200);
    expect(await reached()).toEqual(["z"]);
  });

  test("are 404 for another connection or route, and 401 with another secret; nothing is stored", async () => {
    await open({ desk: family.otobo });
    for (const path of ["/otobo/other/events", "/otobo/desk/kb", "/zammad/desk/events"]) {
      expect((await post(path)).status, path).toBe(404);
    }
    expect((await post("/otobo/desk/events", {}, "another-secret-of-somebody")).status).toBe(401);
    expect(await reached()).toEqual([]);
  });
});

describe("the receiver's address", () => {
  test.each(["/zammad/events", "/zammad/desk/events", "/zammad/desk/ticket-created", "/api/v1/webhook/zammad"])(
    "ZM-18: %s is answered directly with and without a slash at its end, never by a redirect",
    async (path) => {
      await open({ desk: "otai_zammad:ZammadTicketsystemService" });
      for (const one of [path, `${path}/`]) {
        const answer = await post(one);
        expect([answer.status, answer.headers.get("location")], one).toEqual([401, null]);
      }
    },
  );

  test("a path that is nobody's is answered directly too", async () => {
    await open({ desk: family.otobo });
    for (const path of ["/nobody/events", "/nobody/events/", "/otobo//events", "/otobo/desk/events//"]) {
      expect((await post(path)).status, path).toBe(404);
    }
  });
});
