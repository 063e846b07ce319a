import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../testing/plugin-package.ts";
import { configSchema } from "./config-schema.ts";
import { configJsonSchema } from "./json-schema.ts";

test("docs/reference/config.schema.json is up to date (node scripts/run.mjs scripts/write-config-schema.ts)", () => {
  const written: unknown = JSON.parse(readFileSync(join(repository, "docs/reference/config.schema.json"), "utf8"));
  expect(written).toEqual(configJsonSchema());
});

test("editors learn every section, and that numbers may be templates", () => {
  const { properties } = configJsonSchema() as { properties: Record<string, { properties?: Record<string, unknown> }> };
  expect(Object.keys(properties)).toEqual(Object.keys(configSchema.shape));
  expect(properties.server?.properties?.port).toMatchObject({ anyOf: [{ type: "integer" }, { type: "string" }] });
});
