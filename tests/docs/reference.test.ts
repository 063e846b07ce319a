import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configSchema } from "@otai/host/config/config-schema";
import { environmentVariables } from "@otai/host/config/environment";
import { configurationWithoutEffect, environmentWithoutEffect } from "@otai/host/config/without-effect";
import { describe, expect, test } from "vitest";
import { cliReference } from "../../scripts/reference/cli-reference.ts";
import { configurationReference } from "../../scripts/reference/configuration-reference.ts";
import { environmentReference } from "../../scripts/reference/environment-reference.ts";
import { ticketSystemsReference } from "../../scripts/reference/ticket-systems-reference.ts";
import { filesBelow, repository } from "../house/source-files.ts";

describe("docs/reference", () => {
  test.each([
    ["cli.md", cliReference],
    ["environment.md", environmentReference],
    ["configuration.md", configurationReference],
    ["ticket-systems.md", ticketSystemsReference],
  ])("%s says what the program says (UPDATE=1 rewrites it)", async (name, generate) => {
    const path = join(repository, "docs/reference", name);
    const wanted = await generate();
    if (process.env.UPDATE === "1") writeFileSync(path, wanted);
    expect(readFileSync(path, "utf8")).toBe(wanted);
  });
});

/** Under which name the program goes on with a variable once it was read. */
const readAs: Readonly<Record<string, string>> = {
  OTAI_SECRET_KEY: "secretKey",
  TRIAGE_URL: "serviceUrls",
  REPLY_URL: "serviceUrls",
  QA_URL: "serviceUrls",
  SENTIMENT_URL: "serviceUrls",
  KB_URL: "serviceUrls",
  OTAI_HOST: "host",
  OTAI_PORT: "port",
  OTAI_SANDBOX_PORT: "sandboxPort",
  OTAI_DATA_DIR: "dataDir",
  DATABASE_URL: "databaseUrl",
  OTAI_API_KEY: "apiKey",
  OTAI_SERVICE_API_KEY: "serviceApiKey",
};

describe("settings without effect are called so", () => {
  const code = ["packages/host/src", "apps/cli/src"]
    .flatMap((folder) => filesBelow(folder, ".ts"))
    .filter((path) => !path.endsWith(".test.ts"))
    .map((path) => ({ path, text: readFileSync(join(repository, path), "utf8") }));

  test("environment variables", () => {
    const unread = Object.keys(environmentVariables).filter((name) => {
      // As a property, or taken out of the environment by a parameter.
      const use = new RegExp(
        `(environment|\\))\\.${readAs[name]}\\b|\\{[^{}]*\\b${readAs[name]}\\b[^{}]*\\}: Environment`,
      );
      return !code.some(({ path, text }) => !path.endsWith("config/environment.ts") && use.test(text));
    });
    expect(unread.sort()).toEqual([...environmentWithoutEffect].sort());
  });

  test("sections of the configuration", () => {
    const special: Readonly<Record<string, RegExp>> = { ticket_systems: /settings\./, fields: /\.fields\b/ };
    const unread = Object.keys(configSchema.shape).filter((key) => {
      const use = special[key] ?? new RegExp(`config\\.${key}\\b`);
      return !code.some(({ path, text }) => !path.includes("/config/") && use.test(text));
    });
    expect(unread.sort()).toEqual([...configurationWithoutEffect].sort());
  });
});
