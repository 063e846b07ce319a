import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { repository } from "../testing/plugin-package.ts";
import { loadConfig } from "./load-config.ts";

/** Copies of the documents that the form of the configuration comes from. */
const documents = join(repository, "fixtures/configuration");
const env = { ZENDESK_API_TOKEN: "token", HOOK_SECRET: "hook", OTAI_API_KEY: "key", HOME: "/" };

const blocks = readdirSync(documents).flatMap((document) => {
  const text = readFileSync(join(documents, document), "utf8");
  return [...text.matchAll(/```yaml\n(.*?)```/gs)].map((match, at) => ({ document, at, yaml: match[1]! }));
});

const folder = mkdtempSync(join(tmpdir(), "otai-seeds-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("every document has an example", () => {
  expect(new Set(blocks.map(({ document }) => document))).toEqual(new Set(readdirSync(documents)));
});

test.each(blocks)("the configuration in $document ($at) is valid as it stands", async ({ yaml }) => {
  const file = join(folder, "config.yml");
  writeFileSync(file, yaml);
  const { ticketSystems } = await loadConfig(file, env);
  expect(ticketSystems.length).toBeGreaterThan(0);
});
