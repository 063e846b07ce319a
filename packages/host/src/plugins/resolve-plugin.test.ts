import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { installPackage, samplePlugin } from "../testing/plugin-package.ts";
import { listPlugins } from "./list-plugins.ts";
import { resolveEmbedder, resolveLanguageModel, resolveTicketSystem } from "./resolve-plugin.ts";

const otai = { api: 1, plugin: "." };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "otai-plugins-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function refusal(use: string): Promise<string> {
  const error = await resolveTicketSystem(use, folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigError);
  return (error as Error).message;
}

describe("use: <package>:<name>", () => {
  test.each(["otai_sample:SampleService", "otai-sample:SampleService"])(
    "%s finds the package otai-sample",
    async (use) => {
      installPackage(folder, { name: "otai-sample", otai });
      const found = await resolveTicketSystem(use, folder);
      expect(found).toMatchObject({ packageName: "otai-sample", version: "1.2.3", name: "SampleService" });
    },
  );

  test("the last colon separates, so that scoped packages work", async () => {
    installPackage(folder, { name: "@acme/desk_plugin", otai });
    const found = await resolveTicketSystem("@acme/desk_plugin:SampleService", folder);
    expect(found.packageName).toBe("@acme/desk_plugin");
  });

  test("folders above the configuration are searched, the nearest first", async () => {
    const inner = join(folder, "site/eu");
    mkdirSync(inner, { recursive: true });
    installPackage(folder, { name: "otai-sample", otai, source: "export default 1" });
    installPackage(join(folder, "site"), { name: "otai-sample", otai });
    await expect(resolveTicketSystem("otai_sample:SampleService", inner)).resolves.toBeDefined();
  });

  test("what comes with otai is found from everywhere", async () => {
    const found = await resolveTicketSystem("otai_freshdesk:FreshdeskTicketsystemService", folder);
    expect(found.packageName).toBe("otai-freshdesk");
  });

  test.each([
    ["a text", "./plugin.mjs"],
    ["a subpath", { ".": "./plugin.mjs", "./package.json": "./package.json" }],
    ["conditions", { ".": { types: "./plugin.d.ts", import: { default: "./plugin.mjs" } } }],
  ])("exports may be %s", async (_, exports) => {
    installPackage(folder, { name: "otai-sample", otai, exports });
    await expect(resolveTicketSystem("otai_sample:SampleService", folder)).resolves.toBeDefined();
  });
});

describe("a plugin that cannot be used says what to do", () => {
  test("not installed", async () => {
    expect(await refusal("otai_gone:Service")).toBe("the plugin otai-gone is not installed; npm install otai-gone");
  });

  test("not a plugin", async () => {
    installPackage(folder, { name: "left-pad" });
    expect(await refusal("left-pad:Service")).toContain("is no OTAI plugin");
  });

  test("another plugin API", async () => {
    installPackage(folder, { name: "otai-sample", otai: { api: 2, plugin: "." } });
    expect(await refusal("otai_sample:SampleService")).toBe(
      "otai-sample 1.2.3 is made for plugin API 2, this OTAI speaks 1; install a version of otai-sample that fits, or update otai",
    );
  });

  test("a name that it does not have", async () => {
    installPackage(folder, { name: "otai-sample", otai });
    expect(await refusal("otai_sample:SampleServise")).toContain('did you mean "SampleService"?');
    expect(await refusal("otai_sample:constructor")).toContain('has no ticket system "constructor"');
  });

  test("a module that throws, or has no plugin in it", async () => {
    installPackage(folder, { name: "otai-broken", otai, source: "throw new Error('boom')" });
    installPackage(folder, { name: "otai-empty", otai, source: "export default {}" });
    expect(await refusal("otai_broken:Service")).toBe("otai-broken 1.2.3 cannot be loaded: boom");
    expect(await refusal("otai_empty:Service")).toContain("its default export must be definePlugin");
  });
});

describe("an engine is found like a ticket system", () => {
  const source = `
    const engine = { title: "Tiny", params: {}, create: () => ({}) };
    export default { api: 1, languageModels: { TinyModel: engine }, embedders: { TinyEmbedder: engine } };`;

  test("by its own kind of name", async () => {
    installPackage(folder, { name: "otai-tiny", otai, source });
    expect(await resolveLanguageModel("otai_tiny:TinyModel", folder)).toMatchObject({ packageName: "otai-tiny" });
    expect(await resolveEmbedder("otai_tiny:TinyEmbedder", folder)).toMatchObject({ name: "TinyEmbedder" });
    await expect(resolveLanguageModel("otai_tiny:TinyModell", folder)).rejects.toThrow(
      'otai-tiny has no language model "TinyModell"; did you mean "TinyModel"?',
    );
    await expect(resolveTicketSystem("otai_tiny:TinyModel", folder)).rejects.toThrow("has no ticket system");
    await expect(resolveEmbedder("otai_missing:X", folder)).rejects.toThrow("npm install otai-missing");
  });

  test("otai plugins lists it", async () => {
    installPackage(folder, { name: "otai-tiny", otai, source });
    const plugins = await listPlugins(folder);
    const listed = (name: string) => plugins.find((plugin) => plugin.name === name);
    const tiny = { ticketSystems: [], languageModels: [{ name: "TinyModel" }], embedders: [{ name: "TinyEmbedder" }] };
    expect(listed("otai-tiny")).toMatchObject(tiny);
    expect(listed("otai-llm")).toMatchObject({ languageModels: [{ name: "OpenAiCompatibleModel" }], problem: null });
    expect(listed("otai-transformers")).toMatchObject({ embedders: [{ name: "OnnxEmbedder" }], problem: null });
  });
});

describe("otai plugins", () => {
  test("lists what is installed at both places, with what is wrong with it", async () => {
    installPackage(folder, { name: "otai-sample", otai });
    installPackage(folder, { name: "@acme/otai-desk", otai, source: samplePlugin });
    installPackage(folder, { name: "otai-old", otai: { api: 0, plugin: "." } });
    installPackage(folder, { name: "otai-odd", otai: "yes" });
    installPackage(folder, { name: "left-pad" });
    const plugins = await listPlugins(folder);
    const rows = plugins.map(({ name, ticketSystems, problem }) => [
      name,
      ticketSystems.map((one) => one.name),
      problem,
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ["otai-sample", ["SampleService"], null],
        ["@acme/otai-desk", ["SampleService"], null],
        ["otai-old", [], expect.stringContaining("plugin API 0")],
        ["otai-odd", [], expect.stringContaining('a plugin has "otai"')],
        ["otai-freshdesk", ["FreshdeskTicketsystemService"], null],
      ]),
    );
    expect(rows.map(([name]) => name)).not.toContain("left-pad");
  });
});
