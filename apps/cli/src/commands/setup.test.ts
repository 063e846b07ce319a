import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "otai-setup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function configure(use: string, params: object): void {
  const config = { ticket_systems: { desk: { use, params } } };
  writeFileSync(join(folder, "config.yml"), JSON.stringify(config));
}

const otai = (...args: string[]) => runCli(args, { cwd: folder });

const login = { username: "otai", password: "sandbox" };
const systems = {
  freshdesk: ["otai_freshdesk:FreshdeskTicketsystemService", { api_key: "sandbox" }],
  zendesk: ["otai_zendesk:ZendeskTicketsystemService", { email: "agent@sandbox.example", api_token: "sandbox" }],
  zammad: ["otai_zammad:ZammadTicketsystemService", { token: "sandbox" }],
  otobo: ["otai_otobo_znuny:OtoboTicketsystemService", login],
  znuny: ["otai_otobo_znuny:ZnunyTicketsystemService", login],
  otrs: ["otai_otobo_znuny:OtrsTicketsystemService", login],
} as const;

describe("set-up against a helpdesk without the field for the category", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    const dialects = Object.keys(systems);
    sandbox = await createSandbox({ port: 0, seed: 1, tickets: 20, dialects, ratePlan: "unlimited", timeScale: 1 });
    await fetch(`${sandbox.url}/_sandbox/fields/ai_category`, { method: "DELETE" });
  });
  afterAll(() => sandbox.close());

  test.each(Object.entries(systems))(
    "%s: names it and its choices, the webhooks' addresses, and what to click",
    async (dialect, [use, params]) => {
      configure(use, { base_url: `${sandbox.url}/${dialect}`, ...params });
      const setup = await otai("setup", "desk", "--public-url", "https://otai.example");
      expect(setup).toMatchObject({ code: 0, stderr: "" });
      const missing = /^missing: .*(ai_category|AI ?Category).*\n(( {2}\d+\. .*\n)+)/m.exec(setup.stdout);
      expect(missing?.[2]).toMatch(/billing(.|\n)*technical.support/i);
      // The address stands whole, or as endpoint and path of the call.
      expect(setup.stdout).toContain("https://otai.example");
      expect(setup.stdout).toMatch(new RegExp(`/${dialect}/\\S+`));
      for (const [, steps] of setup.stdout.matchAll(/^(?:missing|wrong|unknown): .*\n((?: {2}.*\n)*)/gm)) {
        expect(steps).toMatch(/^ {2}1\. /);
      }

      const doctor = await otai("doctor");
      expect(doctor).toMatchObject({ code: 0, stderr: "" });
      expect(doctor.stdout).toContain(`ok        connected to ${new URL(sandbox.url).host}`);
      expect(doctor.stdout).toMatch(/missing +.*(ai_category|AI ?Category)/);
    },
  );
});

describe("what a plugin can set up by itself", () => {
  const zod = JSON.stringify(import.meta.resolve("zod"));
  const quirks = "{ noteWithUpdate: false, optimisticLock: false, ownWritesFireRules: false }";
  /** Creates a file for each id; what has one is there. */
  const plugin = `
import { existsSync, writeFileSync } from "node:fs";
import { z } from ${zod};
const params = z.strictObject({});
const finding = (id, applicable) => ({
  id, applicable, what: "the field " + id, state: existsSync(id) ? "ok" : "missing", steps: existsSync(id) ? [] : ["Add " + id],
});
const create = () => ({
  quirks: ${quirks}, read: {}, write: {}, changes: {},
  setup: {
    check: async () => [finding("one", true), finding("two", false), finding("three", true)],
    apply: async (id) => writeFileSync(id, ""),
  },
});
export default { api: 1, ticketSystems: { TinyService: { title: "Tiny", params, create } } };
`;

  beforeEach(() => {
    const place = join(folder, "node_modules", "otai-tiny");
    mkdirSync(place, { recursive: true });
    const manifest = { name: "otai-tiny", version: "1.0.0", type: "module", exports: "./plugin.mjs" };
    writeFileSync(join(place, "package.json"), JSON.stringify({ ...manifest, otai: { api: 1, plugin: "." } }));
    writeFileSync(join(place, "plugin.mjs"), plugin);
    configure("otai_tiny:TinyService", {});
  });
  const there = () => ["one", "two", "three"].filter((id) => existsSync(join(folder, id)));

  test("with --yes it is done, the rest is told, and afterwards only the rest is left", async () => {
    const first = await otai("setup", "desk", "--yes");
    expect([first.code, first.stdout]).toEqual([
      0,
      "done: the field one\nmissing: the field two\n  1. Add two\ndone: the field three\n",
    ]);
    expect(there()).toEqual(["one", "three"]);
    const second = await otai("setup", "desk", "--yes");
    expect(second.stdout).toBe("missing: the field two\n  1. Add two\n");
    writeFileSync(join(folder, "two"), "");
    expect((await otai("setup", "desk")).stdout).toBe("desk has everything that is needed.\n");
  });

  test("nothing is created unasked: without a terminal to ask at it refuses", async () => {
    const refused = await otai("setup", "desk");
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain("confirm it on a terminal or with --yes");
    expect(there()).toEqual([]);
  });

  test("another ticket system than those of the configuration is named", async () => {
    const unknown = await otai("setup", "desc");
    expect(unknown.code).not.toBe(0);
    expect(unknown.stderr).toContain('no ticket system "desc"; did you mean "desk"?');
  });
});
