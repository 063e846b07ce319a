import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { loadConfig } from "./load-config.ts";

let folder: ConfigFolder;
beforeEach(() => {
  folder = new ConfigFolder();
});
afterEach(() => folder.remove());

describe("defaults", () => {
  test("use and params alone are a complete configuration, everything in shadow, polled every 30 s", async () => {
    const { config, ticketSystems } = await folder.load(sampleSystem());
    expect(ticketSystems[0]).toMatchObject({
      name: "desk",
      params: { domain: "acme", api_key: "k", timeout: 10, verify: true },
      settings: { ingest_from: "now", poll_seconds: 30, webhook: null, bot_user: null, triage_note: false },
      plugin: { packageName: "otai-sample", name: "SampleService" },
    });
    expect(Object.keys(ticketSystems[0]!.fields)).toEqual([
      "queue",
      "priority",
      "category",
      "urgency",
      "sentiment",
      "draft",
      "qa",
    ]);
    expect(Object.values(ticketSystems[0]!.fields).map(({ mode }) => mode)).toEqual(Array(7).fill("shadow"));
    expect(config).toMatchObject({
      server: { host: "127.0.0.1", port: 8080, keys: [] },
      store: { url: null },
      privacy: { retention_days: { payload: 30, drafts: 90, decisions: 395, training: 730 } },
      limits: { actions_per_ticket_per_hour: 3, tokens_per_day: 1_000_000 },
    });
  });

  test("a connection's fields go over the general ones, key by key", async () => {
    const text = `${sampleSystem()}    fields:\n      queue: { mode: automate }\nfields:\n  queue: { precision: 0.97, mode: suggest }\n`;
    const { ticketSystems, fields } = await folder.load(text);
    expect(ticketSystems[0]!.fields.queue).toMatchObject({ mode: "automate", precision: 0.97 });
    expect(fields.queue).toMatchObject({ mode: "suggest", precision: 0.97 });
  });

  test("a section without anything in it counts as absent", async () => {
    await expect(folder.load(`${sampleSystem()}fields:\nrouting:\nserver:\n`)).resolves.toMatchObject({
      config: { routing: [] },
    });
  });

  test("ingest_from takes now, a day and an instant with its zone", async () => {
    const from = async (value: string) =>
      (await folder.load(`${sampleSystem()}    ingest_from: ${value}\n`)).ticketSystems[0]!.settings.ingest_from;
    expect(await from("now")).toBe("now");
    expect(await from("2026-01-31")).toBe(Date.UTC(2026, 0, 31));
    expect(await from('"2026-01-31T08:00:00+01:00"')).toBe(Date.UTC(2026, 0, 31, 7));
    expect(await folder.faults(`${sampleSystem()}    ingest_from: 2026-01-31T08:00:00\n`)).toEqual([
      "config.yml:5 ticket_systems.desk.ingest_from: must be now, a date (2026-01-31) or a time with its zone (2026-01-31T08:00:00Z)",
    ]);
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
    expect(await folder.faults(text)).toEqual([
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
    expect(await folder.faults(sampleSystem("{ api_key: k }"))).toEqual([
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
    expect(
      await folder.faults(`ticket_systems:\n  desk:\n    ${use}\n    params: { domain: a, api_key: k }\n`),
    ).toEqual([`config.yml:3 ticket_systems.desk.use: ${message}`]);
  });

  test("a key that stands twice is named with both lines", async () => {
    expect(await folder.faults(`${sampleSystem()}fields: {}\nlimits: {}\nfields: {}\n`)).toEqual([
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
    ["two documents", `${sampleSystem()}---\na: 1\n`, 'config.yml:5: a second document begins here ("---"); keep one'],
    [
      "a colon in a text",
      `${sampleSystem()}fields: a: b\n`,
      /^config\.yml:5: this line cannot be read: put text that holds a colon into quotes/,
    ],
    ["an open bracket", "ticket_systems: {\n", 'config.yml:2: a closing "}" is missing before this line'],
    ["an open quote", `${sampleSystem()}fields: "a\n`, "config.yml:6: a closing quote is missing"],
    [
      "UTF-16",
      Buffer.from(`\ufeff${sampleSystem()}`, "utf16le"),
      "config.yml: the file is UTF-16; save it as UTF-8 text (in most editors: Save as, encoding UTF-8)",
    ],
    [
      "Latin-1",
      Buffer.from("# Zurückstellung\n", "latin1"),
      "config.yml: the file is not UTF-8; save it as UTF-8 text (in most editors: Save as, encoding UTF-8)",
    ],
  ])("a file that is no configuration gets one line: %s", async (_, text, expected) => {
    expect(await folder.faults(text)).toEqual([
      typeof expected === "string" ? expected : expect.stringMatching(expected),
    ]);
  });

  test("a file that is not there says what writes one", async () => {
    await expect(loadConfig(join(folder.path, "missing.yml"), {})).rejects.toThrow(
      /there is no such file; `otai init` writes one/,
    );
  });

  test("a byte-order mark and Windows line ends are no fault", async () => {
    await expect(folder.load(`\ufeff${sampleSystem().replaceAll("\n", "\r\n")}`)).resolves.toBeDefined();
  });

  test("aliases may repeat parts, but neither without end nor without bound", async () => {
    await expect(folder.load(`x: &k { domain: acme, api_key: k }\n${sampleSystem("*k")}`)).rejects.toThrow(
      /:1 x: is not a key here/,
    );
    const bomb = Array.from(
      { length: 9 },
      (_, at) => `  l${at}: &l${at} [${Array(9).fill(at === 0 ? "1" : `*l${at - 1}`)}]`,
    );
    expect((await folder.faults(`${sampleSystem()}models:\n${bomb.join("\n")}\n`)).join("\n")).toContain(
      "repeat without end",
    );
  });

  test("S01: listening beyond loopback without any key is refused, with one it is not", async () => {
    const text = `${sampleSystem()}server: { host: 0.0.0.0 }\n`;
    expect(await folder.faults(text)).toEqual([
      "config.yml:5 server.host: listening at 0.0.0.0 lets others call the services without a key; set OTAI_API_KEY, or add server.keys, or listen at 127.0.0.1",
    ]);
    const { config } = await folder.load(text, { OTAI_API_KEY: "key" });
    expect(config.server.keys).toMatchObject([{ name: "OTAI_API_KEY", key: "key" }]);
  });

  test("D46: a category of 21 letters is named, because its tag would be too long", async () => {
    const long = "a".repeat(21);
    const messages = await folder.faults(`${sampleSystem()}fields: { category: { labels: [billing, ${long}] } }\n`);
    expect(messages).toEqual([
      expect.stringContaining(`config.yml:5 fields.category.labels[1]: "${long}" has 21 characters, at most 20`),
    ]);
    await expect(
      folder.load(`${sampleSystem()}fields: { category: { labels: [${"a".repeat(20)}] } }\n`),
    ).resolves.toBeDefined();
  });
});
