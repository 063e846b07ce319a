import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { installPackage } from "../testing/plugin-package.ts";
import { InvalidConfigError } from "./config-issue.ts";
import { loadConfig } from "./load-config.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "otai-config-"));
  installPackage(folder, { name: "otai-sample", otai: { api: 1, plugin: "." } });
});
afterEach(() => rmSync(folder, { recursive: true }));

const system = (params = "{ domain: acme, api_key: k }") =>
  `ticket_systems:\n  desk:\n    use: otai_sample:SampleService\n    params: ${params}\n`;

function load(text: string | Uint8Array, env: Record<string, string> = {}) {
  const file = join(folder, "config.yml");
  writeFileSync(file, text);
  return loadConfig(file, env);
}

/** The messages, with the folder taken away: `config.yml:4 ticket_systems.desk…` */
async function faults(text: string | Uint8Array, env: Record<string, string> = {}): Promise<string[]> {
  const error = await load(text, env).catch((thrown: unknown) => thrown);
  if (!(error instanceof InvalidConfigError)) throw error instanceof Error ? error : new Error("it was accepted");
  return error.message.split("\n").map((line) => line.replace(`${folder}/`, ""));
}

describe("defaults", () => {
  test("use and params alone are a complete configuration, everything in shadow, polled every 30 s", async () => {
    const { config, ticketSystems } = await load(system());
    expect(ticketSystems[0]).toMatchObject({
      name: "desk",
      params: { domain: "acme", api_key: "k", timeout: 10, verify: true },
      settings: { ingest_from: "now", poll_seconds: 30, webhook: null, bot_user: null, triage_note: false },
      plugin: { packageName: "otai-sample", name: "SampleService" },
    });
    expect(Object.keys(ticketSystems[0]!.fields)).toEqual(["queue", "priority", "category", "urgency"]);
    expect(Object.values(ticketSystems[0]!.fields).map(({ mode }) => mode)).toEqual(Array(4).fill("shadow"));
    expect(config).toMatchObject({
      server: { host: "127.0.0.1", port: 8080, keys: [] },
      store: { url: null },
      privacy: { retention_days: { payload: 30, drafts: 90, decisions: 395 } },
      limits: { actions_per_ticket_per_hour: 3, tokens_per_day: 1_000_000 },
    });
  });

  test("a connection's fields go over the general ones, key by key", async () => {
    const text = `${system()}    fields:\n      queue: { mode: automate }\nfields:\n  queue: { precision: 0.97, mode: suggest }\n`;
    const { ticketSystems, fields } = await load(text);
    expect(ticketSystems[0]!.fields.queue).toMatchObject({ mode: "automate", precision: 0.97 });
    expect(fields.queue).toMatchObject({ mode: "suggest", precision: 0.97 });
  });

  test("a section without anything in it counts as absent", async () => {
    await expect(load(`${system()}fields:\nrouting:\nserver:\n`)).resolves.toMatchObject({ config: { routing: [] } });
  });

  test("ingest_from takes now, a day and an instant with its zone", async () => {
    const from = async (value: string) =>
      (await load(`${system()}    ingest_from: ${value}\n`)).ticketSystems[0]!.settings.ingest_from;
    expect(await from("now")).toBe("now");
    expect(await from("2026-01-31")).toBe(Date.UTC(2026, 0, 31));
    expect(await from('"2026-01-31T08:00:00+01:00"')).toBe(Date.UTC(2026, 0, 31, 7));
    expect(await faults(`${system()}    ingest_from: 2026-01-31T08:00:00\n`)).toEqual([
      "config.yml:5 ticket_systems.desk.ingest_from: must be now, a date (2026-01-31) or a time with its zone (2026-01-31T08:00:00Z)",
    ]);
  });
});

describe("values from the environment", () => {
  const params = (key: string) => system(`{ domain: acme, api_key: k, ${key} }`);

  test("D47: an unset variable is named with file, line and path", async () => {
    const text = system(`\n      domain: acme\n      api_key: "{{ get_env('DESK_KEY') }}"`);
    expect(await faults(text)).toEqual([
      "config.yml:6 ticket_systems.desk.params.api_key: environment variable DESK_KEY is not set; give it in the environment or in .env beside this file",
    ]);
  });

  test(".env beside the configuration is read, and the environment goes before it", async () => {
    writeFileSync(join(folder, ".env"), "DESK_KEY=from-file\nDESK_DOMAIN='filed'\n");
    const text = system(`{ domain: "{{ get_env('DESK_DOMAIN') }}", api_key: "{{ get_env('DESK_KEY') }}" }`);
    const { ticketSystems, secrets } = await load(text, { DESK_KEY: "from-environment" });
    expect(ticketSystems[0]!.params).toMatchObject({ domain: "filed", api_key: "from-environment" });
    expect(secrets).toEqual(["filed", "from-environment"]);
  });

  test.each([
    ["timeout", "{{ get_env('V') }}", "20", 20],
    ["timeout", "{{ get_env('V') }}.5", "20", 20.5],
    ["verify", "{{ get_env('V') }}", "false", "unsafe"],
    ["verify", "{{ get_env('V') }}", "/etc/ca.pem", "/etc/ca.pem"],
    ["api_key", "{{ get_env('V') }}", "12345", "12345"],
    ["api_key", "{{ get_env('V') }}", "true", "true"],
  ])("%s: %s with V=%s is coerced only where a number or boolean is wanted", async (key, template, value, expected) => {
    const text = system(
      `\n      domain: acme\n      ${key === "api_key" ? "" : "api_key: k"}\n      ${key}: "${template}"`,
    );
    const { ticketSystems } = await load(text, { V: value });
    const read = (ticketSystems[0]!.params as Record<string, unknown>)[key];
    expect(read).toBe(expected === "unsafe" ? false : expected);
  });

  test("text that is not wholly a number is not coerced, nor is a quoted number of the file", async () => {
    expect(await faults(params(`timeout: "{{ get_env('V') }}"`), { V: "20s" })).toHaveLength(1);
    expect(await faults(params(`timeout: "20"`))).toEqual([
      'config.yml:4 ticket_systems.desk.params.timeout: must be a number, not "20"',
    ]);
  });

  test("a template that is not understood has its line and column", async () => {
    expect(await faults(system(`{ domain: acme, api_key: "a {{ get_env('K') }} {{ key }}" }`), { K: "k" })).toEqual([
      "config.yml:4:60 ticket_systems.desk.params.api_key: \"{{ key }}\" is not understood; only {{ get_env('NAME') }} and {{ get_env('NAME', 'default') }} are possible here",
    ]);
  });

  test.each(["{{ get_env('KEY') }}", "{{ get_env('KEY', 'default') }}", "{{get_env('KEY')}}"])(
    "an unquoted template says that it must be quoted: %s",
    async (template) => {
      const messages = await faults(
        `ticket_systems:\n  desk:\n    use: otai_sample:SampleService\n    params:\n      domain: a\n      api_key: ${template}\n`,
      );
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatch(/^config\.yml:6[: ].*quote the template: "\{\{/);
    },
  );

  test("S03: a message never repeats a value that came from the environment", async () => {
    const [message] = await faults(`${system()}    poll_seconds: "{{ get_env('V') }}"\n`, { V: "hunter2-secret" });
    expect(message).toContain("poll_seconds");
    expect(message).not.toContain("hunter2");
  });
});

describe("what is wrong", () => {
  test("everything is named at once, in the order of the file", async () => {
    const text = `ticket_systems:
  desk:
    use: otai_sample:SampleService
    params: { domain: acme, apikey: k }
    pol_seconds: 3
    fields: { priorty: { mode: automate } }
  other:
    use: otai_missing:Service
server: { port: "{{ get_env('PORT_X') }}" }
limits: { tokens_per_day: many }
`;
    expect(await faults(text)).toEqual([
      "config.yml:4 ticket_systems.desk.params.api_key: is missing",
      'config.yml:4 ticket_systems.desk.params.apikey: is not a key here; did you mean "api_key"?',
      'config.yml:5 ticket_systems.desk.pol_seconds: is not a key here; did you mean "poll_seconds"?',
      'config.yml:6 ticket_systems.desk.fields.priorty: is not a field; did you mean "priority"? A label of your own needs labels: [one, two]',
      "config.yml:8 ticket_systems.other.use: the plugin otai-missing is not installed; npm install otai-missing",
      "config.yml:9 server.port: environment variable PORT_X is not set; give it in the environment or in .env beside this file",
      'config.yml:10 limits.tokens_per_day: must be a number, not "many"',
    ]);
  });

  test("a missing parameter tells what to give", async () => {
    expect(await faults(system("{ api_key: k }"))).toEqual([
      "config.yml:4 ticket_systems.desk.params.domain: is missing: the first part of the address",
    ]);
  });

  test.each([
    ["use: otai_sample", "must be <package>:<name>, for instance otai_zendesk:ZendeskTicketsystemService"],
    [
      "use: otai_sample:SampelService",
      'otai-sample has no ticket system "SampelService"; did you mean "SampleService"?',
    ],
  ])("%s: %s", async (use, message) => {
    expect(await faults(`ticket_systems:\n  desk:\n    ${use}\n    params: { domain: a, api_key: k }\n`)).toEqual([
      `config.yml:3 ticket_systems.desk.use: ${message}`,
    ]);
  });

  test("a key that stands twice is named with both lines", async () => {
    expect(await faults(`${system()}fields: {}\nlimits: {}\nfields: {}\n`)).toEqual([
      "config.yml:7 fields: stands twice here, first in line 5; keep one of them",
    ]);
  });

  test.each([
    ["empty", "", "config.yml: the file is empty; `otai init` writes a configuration to begin with"],
    ["comments only", "# nothing\n", "config.yml: the file is empty; `otai init` writes a configuration to begin with"],
    ["plain text", "Dear support team,\n", /^config\.yml: this is not a configuration: it must begin with keys/],
    ["a list", "- one\n", /^config\.yml: this is not a configuration/],
    ["a tab", "ticket_systems:\n\tdesk: 1\n", "config.yml:2: a tab indents this line; YAML wants spaces"],
    ["a web page", '<!DOCTYPE html>\n<html><body class="x">\n', /^config\.yml/],
    ["two documents", `${system()}---\na: 1\n`, 'config.yml:5: a second document begins here ("---"); keep one'],
    [
      "a colon in a text",
      `${system()}fields: a: b\n`,
      /^config\.yml:5: this line cannot be read: put text that holds a colon into quotes/,
    ],
    ["an open bracket", "ticket_systems: {\n", 'config.yml:2: a closing "}" is missing before this line'],
    ["an open quote", `${system()}fields: "a\n`, "config.yml:6: a closing quote is missing"],
    [
      "UTF-16",
      Buffer.from(`\ufeff${system()}`, "utf16le"),
      "config.yml: the file is UTF-16; save it as UTF-8 text (in most editors: Save as, encoding UTF-8)",
    ],
    [
      "Latin-1",
      Buffer.from("# Zurückstellung\n", "latin1"),
      "config.yml: the file is not UTF-8; save it as UTF-8 text (in most editors: Save as, encoding UTF-8)",
    ],
  ])("a file that is no configuration gets one line: %s", async (_, text, expected) => {
    expect(await faults(text)).toEqual([typeof expected === "string" ? expected : expect.stringMatching(expected)]);
  });

  test("a file that is not there says what writes one", async () => {
    await expect(loadConfig(join(folder, "missing.yml"), {})).rejects.toThrow(
      /there is no such file; `otai init` writes one/,
    );
  });

  test("a byte-order mark and Windows line ends are no fault", async () => {
    await expect(load(`\ufeff${system().replaceAll("\n", "\r\n")}`)).resolves.toBeDefined();
  });

  test("aliases may repeat parts, but neither without end nor without bound", async () => {
    await expect(load(`x: &k { domain: acme, api_key: k }\n${system("*k")}`)).rejects.toThrow(
      /:1 x: is not a key here/,
    );
    const bomb = Array.from(
      { length: 9 },
      (_, at) => `  l${at}: &l${at} [${Array(9).fill(at === 0 ? "1" : `*l${at - 1}`)}]`,
    );
    expect((await faults(`${system()}models:\n${bomb.join("\n")}\n`)).join("\n")).toContain("repeat without end");
  });

  test("S01: listening beyond loopback without any key is refused, with one it is not", async () => {
    const text = `${system()}server: { host: 0.0.0.0 }\n`;
    expect(await faults(text)).toEqual([
      "config.yml:5 server.host: listening at 0.0.0.0 lets others call the services without a key; set OTAI_API_KEY, or add server.keys, or listen at 127.0.0.1",
    ]);
    const { config } = await load(text, { OTAI_API_KEY: "key" });
    expect(config.server.keys).toMatchObject([{ name: "OTAI_API_KEY", key: "key" }]);
  });

  test("D46: a category of 21 letters is named, because its tag would be too long", async () => {
    const long = "a".repeat(21);
    const messages = await faults(`${system()}fields: { category: { labels: [billing, ${long}] } }\n`);
    expect(messages).toEqual([
      expect.stringContaining(`config.yml:5 fields.category.labels[1]: "${long}" has 21 characters, at most 20`),
    ]);
    await expect(load(`${system()}fields: { category: { labels: [${"a".repeat(20)}] } }\n`)).resolves.toBeDefined();
  });
});

describe("the environment stands above the file", () => {
  test("host, port and store", async () => {
    const env = { OTAI_HOST: "localhost", OTAI_PORT: "9999", DATABASE_URL: "postgres://db.example/otai" };
    const { config } = await load(`${system()}server: { port: 1 }\n`, env);
    expect(config.server).toMatchObject({ host: "localhost", port: 9999 });
    expect(config.store.url).toBe("postgres://db.example/otai");
  });
});
