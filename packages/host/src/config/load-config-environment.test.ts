import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";

let folder: ConfigFolder;
beforeEach(() => {
  folder = new ConfigFolder();
});
afterEach(() => folder.remove());

describe("values from the environment", () => {
  const params = (key: string) => sampleSystem(`{ domain: acme, api_key: k, ${key} }`);

  test("D47: an unset variable is named with file, line and path", async () => {
    const text = sampleSystem(`\n      domain: acme\n      api_key: "{{ get_env('DESK_KEY') }}"`);
    expect(await folder.faults(text)).toEqual([
      "config.yml:6 ticket_systems.desk.params.api_key: environment variable DESK_KEY is not set; give it in the environment or in .env beside this file",
    ]);
  });

  test(".env beside the configuration is read, and the environment goes before it", async () => {
    folder.write(".env", "DESK_KEY=from-file\nDESK_DOMAIN='filed'\n");
    const text = sampleSystem(`{ domain: "{{ get_env('DESK_DOMAIN') }}", api_key: "{{ get_env('DESK_KEY') }}" }`);
    const { ticketSystems, secrets } = await folder.load(text, { DESK_KEY: "from-environment" });
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
    const text = sampleSystem(
      `\n      domain: acme\n      ${key === "api_key" ? "" : "api_key: k"}\n      ${key}: "${template}"`,
    );
    const { ticketSystems } = await folder.load(text, { V: value });
    const read = (ticketSystems[0]!.params as Record<string, unknown>)[key];
    expect(read).toBe(expected === "unsafe" ? false : expected);
  });

  test("text that is not wholly a number is not coerced, nor is a quoted number of the file", async () => {
    expect(await folder.faults(params(`timeout: "{{ get_env('V') }}"`), { V: "20s" })).toHaveLength(1);
    expect(await folder.faults(params(`timeout: "20"`))).toEqual([
      'config.yml:4 ticket_systems.desk.params.timeout: must be a number, not "20"',
    ]);
  });

  test("a template that is not understood has its line and column", async () => {
    expect(
      await folder.faults(sampleSystem(`{ domain: acme, api_key: "a {{ get_env('K') }} {{ key }}" }`), { K: "k" }),
    ).toEqual([
      "config.yml:4:60 ticket_systems.desk.params.api_key: \"{{ key }}\" is not understood; only {{ get_env('NAME') }} and {{ get_env('NAME', 'default') }} are possible here",
    ]);
  });

  test.each(["{{ get_env('KEY') }}", "{{ get_env('KEY', 'default') }}", "{{get_env('KEY')}}"])(
    "an unquoted template says that it must be quoted: %s",
    async (template) => {
      const messages = await folder.faults(
        `ticket_systems:\n  desk:\n    use: otai_sample:SampleService\n    params:\n      domain: a\n      api_key: ${template}\n`,
      );
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatch(/^config\.yml:6[: ].*quote the template: "\{\{/);
    },
  );

  test("S03: a message never repeats a value that came from the environment", async () => {
    const [message] = await folder.faults(`${sampleSystem()}    poll_seconds: "{{ get_env('V') }}"\n`, {
      V: "hunter2-secret",
    });
    expect(message).toContain("poll_seconds");
    expect(message).not.toContain("hunter2");
  });
});

describe("the environment stands above the file", () => {
  test("host, port and store", async () => {
    const env = { OTAI_HOST: "localhost", OTAI_PORT: "9999", DATABASE_URL: "postgres://db.example/otai" };
    const { config } = await folder.load(`${sampleSystem()}server: { port: 1 }\n`, env);
    expect(config.server).toMatchObject({ host: "localhost", port: 9999 });
    expect(config.store.url).toBe("postgres://db.example/otai");
  });
});
