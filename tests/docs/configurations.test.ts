import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "@otai/host/config/load-config";
import { afterAll, expect, test } from "vitest";
import { documents } from "./markdown.ts";
import { dummyEnvironment, wholeConfiguration } from "./sample-installation.ts";

const folder = mkdtempSync(join(tmpdir(), "otai-docs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const configurations = documents().flatMap(({ path, blocks }) =>
  blocks.filter(({ language }) => language === "yaml").map(({ text, line }) => ({ path, line, text })),
);

test("there are configurations to check", () => {
  expect(configurations.length).toBeGreaterThan(5);
});

test.each(configurations)("the configuration at $path:$line is valid", async ({ text }) => {
  const file = join(folder, "config.yml");
  writeFileSync(file, wholeConfiguration(text));
  await expect(loadConfig(file, dummyEnvironment(text))).resolves.toBeDefined();
});
