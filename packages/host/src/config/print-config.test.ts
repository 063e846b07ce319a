import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { installPackage } from "../testing/plugin-package.ts";
import { loadConfig } from "./load-config.ts";
import { printConfig } from "./print-config.ts";

const folder = mkdtempSync(join(tmpdir(), "otai-print-"));
afterAll(() => rmSync(folder, { recursive: true }));
installPackage(folder, { name: "otai-sample", otai: { api: 1, plugin: "." } });

test("D47 S03: the printed configuration is complete and valid, and holds no secret", async () => {
  const file = join(folder, "config.yml");
  writeFileSync(
    file,
    `ticket_systems:
  desk:
    use: otai_sample:SampleService
    params: { domain: "{{ get_env('DOMAIN') }}", api_key: literal-key }
    webhook: { secret: "{{ get_env('HOOK') }}", previous_secrets: [older-hook] }
server: { keys: [{ name: middleware, key: "{{ get_env('KEY') }}", scopes: [triage] }] }
store: { url: "postgres://otai:store-password@db.example/otai" }
models: { llm: { base_url: "http://127.0.0.1:11434/v1", model: "small", api_key: llm-key } }
`,
  );
  const env = { DOMAIN: "hidden-domain", HOOK: "hook-secret", KEY: "service-key", OTAI_API_KEY: "own-key" };
  const printed = printConfig(await loadConfig(file, env));
  for (const secret of [
    "hidden-domain",
    "hook-secret",
    "service-key",
    "own-key",
    "literal-key",
    "older-hook",
    "store-password",
    "llm-key",
  ]) {
    expect(printed).not.toContain(secret);
  }
  expect(parse(printed)).toMatchObject({
    ticket_systems: {
      desk: { params: { domain: "***", api_key: "***" }, fields: { queue: { mode: "shadow", write_to: "queue" } } },
    },
    server: { keys: [{ name: "middleware", key: "***", scopes: ["triage"] }, { name: "OTAI_API_KEY" }] },
    store: { url: "postgres://otai:***@db.example/otai" },
  });
});
