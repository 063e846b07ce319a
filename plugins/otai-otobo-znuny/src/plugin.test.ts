import { readFileSync } from "node:fs";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { paramsFor } from "./params.ts";
import plugin from "./plugin.ts";
import { operations, routePresets } from "./routes.ts";
import { invokerEvents } from "./setup-steps.ts";
import { connect, startWireDesk, type WireDesk } from "./testing/wire-desk.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
let desk: WireDesk | undefined;
afterEach(async () => {
  await desk?.stop();
  desk = undefined;
});

describe("the plugin", () => {
  test("offers one service per program, and does not touch the network to create them", async () => {
    desk = await startWireDesk({});
    expect(plugin.api).toBe(1);
    expect(Object.keys(plugin.ticketSystems)).toEqual([
      "OtoboTicketsystemService",
      "ZnunyTicketsystemService",
      "OtrsTicketsystemService",
    ]);
    expect(desk.quirks).toEqual({ noteWithUpdate: true, optimisticLock: false, ownWritesFireRules: true });
    expect(desk.wire.requests).toEqual([]);
  });

  test("has a JSON schema of its parameters for editors", () => {
    const schema = paramsFor("otobo");
    const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
    expect(Object.keys(json.properties ?? {}).sort()).toEqual(Object.keys(schema.shape).sort());
  });

  test("the installation is told by its address, our own changes by the login", async () => {
    desk = await startWireDesk({}, "session-create");
    const identity = await desk.read.identify();
    const { host } = new URL(desk.wire.url);
    expect(identity).toEqual({
      fingerprint: `otobo-znuny:${host}/otobo`,
      label: `${host}/otobo`,
      botUser: { id: "triage.bot", name: "triage.bot" },
    });
    expect(desk.wire.unexpected).toEqual([]);
  });

  test("no secret stands in a line of the log", async () => {
    desk = await startWireDesk({}, "session-create", "ticket-get");
    await desk.read.getTicket("13");
    expect(JSON.stringify(desk.context.lines)).not.toMatch(/a1B2c3D4|sandbox-password/);
    expect(desk.context.lines.length).toBeGreaterThan(0);
  });
});

describe("the README for administrators", () => {
  test("names every parameter and no other", () => {
    const table = readme.slice(0, readme.indexOf("## Versions"));
    const named = [...table.matchAll(/^\| `(\w+)`\s+\|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(paramsFor("otobo").shape).sort());
  });

  test("shows the routes of every preset", () => {
    const rows = operations.map((name) =>
      [name, ...Object.values(routePresets).map((preset) => preset[name])].map((cell) => `\`${cell}\``),
    );
    const shown = readme.replace(/ +\|/g, " |").replace(/\| +/g, "| ");
    expect(rows.map((cells) => `| ${cells.join(" | ")} |`).filter((row) => !shown.includes(row))).toEqual([]);
  });

  test("names the events of the invoker, as the set-up check prints them", () => {
    expect(readme).toContain(invokerEvents.map((event) => `\`${event}\``).join(", "));
  });

  test("lists the capabilities that the plugin has, and no other", () => {
    const context = createTestContext();
    const params = { faq_webservice: "GenericFAQConnectorREST" };
    const { read, write, changes, articles, setup, webhooks } = connect("http://127.0.0.1:1", context, params);
    context.stop();
    const rows = {
      Changes: changes,
      History: read.findTickets,
      Conversation: read.getConversation,
      Notes: write.addNote,
      Articles: articles,
      "Set-up": setup,
      Requester: write.updateRequester,
    };
    const capabilities = readme.slice(readme.indexOf("## Capabilities"), readme.indexOf("## Not supported"));
    const wrong = Object.entries(rows).filter(
      ([row, part]) => new RegExp(`^\\| ${row} +\\|`, "m").test(capabilities) !== (part !== undefined),
    );
    expect(wrong).toEqual([]);
    expect(webhooks).toBeDefined();
  });
});
