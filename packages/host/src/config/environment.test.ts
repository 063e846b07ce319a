import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { environmentVariables, readEnvironment } from "./environment.ts";

describe("environment variables", () => {
  test("nothing set gives the documented defaults", () => {
    expect(readEnvironment({})).toMatchObject({
      host: null,
      port: null,
      sandboxPort: 9000,
      dataDir: "./.otai",
      databaseUrl: null,
    });
  });

  test("an empty variable counts as not set", () => {
    expect(readEnvironment({ OTAI_PORT: "", OTAI_API_KEY: " " })).toMatchObject({ port: null, apiKey: null });
  });

  test("all wrong ones are named at once, without their values", () => {
    const env = { OTAI_PORT: "http", TRIAGE_URL: "localhost:8001", DATABASE_URL: "mysql://root:pw@db.example" };
    expect(() => readEnvironment(env)).toThrow(
      [
        "environment variable OTAI_PORT: must be a port (0 to 65535)",
        "environment variable DATABASE_URL: must be postgres://user:password@host/database",
        "environment variable TRIAGE_URL: must be an http(s) address",
      ].join("\n"),
    );
  });

  test("every variable of the table is read", () => {
    const source = readFileSync(new URL("./environment.ts", import.meta.url), "utf8");
    for (const name of Object.keys(environmentVariables)) expect(source).toContain(`read("${name}")`);
  });
});
