import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, type TestContext, test } from "vitest";
import type { AnsweringServer } from "../../apps/cli/src/testing/answering-server.ts";
import { unreachableRegistry } from "../../scripts/npm.mjs";
import { type PackedPackage, packTarballs } from "../../scripts/stage/pack-tarballs.ts";
import { stagePackages } from "../../scripts/stage/stage-packages.ts";
import { documents } from "../docs/markdown.ts";
import { repository } from "../house/source-files.ts";
import { freshdeskConnection } from "./connection-config.ts";
import { followGuide } from "./follow-guide.ts";
import { startSandboxProgram } from "./otai-sandbox.ts";
import { dataFolder, startOtai } from "./otai-server.ts";
import { startRegistry } from "./package-registry.ts";
import { filesInTarball } from "./read-tarball.ts";
import { npmRun, runProgram } from "./run-program.ts";

let folder: string;
let packed: readonly PackedPackage[];
let registry: AnsweringServer;
/** The folder of an administrator: OTAI from its tarballs, outside of the workspace. */
let installation: string;
let otai: string;
let env: Readonly<Record<string, string>>;
/** Why nothing could be installed, or `null`. */
let offline: string | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otai-stage-"));
  const tarballs = join(folder, "tarballs");
  mkdirSync(tarballs);
  packed = await packTarballs(stagePackages(repository, join(folder, "packages")), tarballs);
  registry = await startRegistry(packed);
  env = { "npm_config_@otai:registry": registry.url };
  installation = join(folder, "otai");
  otai = join(installation, "node_modules/otai/bin/otai.mjs");
  await install(installation, ...comeWithOtai().map(({ tarball }) => tarball));
});

// Three installations are tens of thousands of files: on a busy disk they take longer to go than a hook usually may.
afterAll(async () => {
  registry?.close();
  await rm(folder, { recursive: true, force: true });
});

/** `npm install` into a folder. Without a registry the tests are skipped; anything else is a failure. */
async function install(cwd: string, ...what: readonly string[]): Promise<void> {
  mkdirSync(cwd, { recursive: true });
  if (!existsSync(join(cwd, "package.json"))) writeFileSync(join(cwd, "package.json"), '{ "private": true }\n');
  const { code, output } = await npmRun(["install", ...what], { cwd, env });
  if (code === 0) return;
  const fault = unreachableRegistry(output);
  if (fault === undefined) throw new Error(`npm install failed:\n${output}`);
  offline = `the package registry cannot be reached (${fault})`;
}

/** OTAI and the plugins that it brings; they have no scope, so that no registry of ours could give them. */
function comeWithOtai(): PackedPackage[] {
  const { folder: stage } = packed.find(({ name }) => name === "otai")!;
  const { dependencies } = JSON.parse(readFileSync(join(stage, "package.json"), "utf8"));
  return packed.filter(({ name }) => name === "otai" || (!name.startsWith("@") && name in dependencies));
}

const needsRegistry = ({ skip }: TestContext) => skip(offline !== null, offline ?? "");
const configure = (text: string) => writeFileSync(join(installation, "config.yml"), text);
const run = (...args: string[]) =>
  runProgram(otai, args, { cwd: installation, env: { OTAI_DATA_DIR: dataFolder(installation) } });

describe("a packed package", () => {
  test("has readme, licence, JavaScript and declarations, and neither tests nor sources", () => {
    for (const { name, tarball } of packed) {
      const files = filesInTarball(tarball).filter((path) => !path.startsWith("template/"));
      expect(files, name).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
      const compiled = files.filter((path) => /^dist\/.*\.js$/.test(path) && !path.includes("/page/"));
      expect(compiled.length, name).toBeGreaterThan(0);
      const untyped = compiled.filter((path) => !files.includes(path.replace(/\.js$/, ".d.ts")));
      const unwanted = files.filter((path) =>
        /\.(test|fixture)\.|(^|\/)(testing|src|node_modules)\/|(?<!\.d)\.ts$/.test(path),
      );
      expect({ name, untyped, unwanted }).toEqual({ name, untyped: [], unwanted: [] });
    }
  });

  test("names no source file: what is forked or imported is JavaScript", () => {
    const sources = packed.flatMap(({ folder: stage, tarball }) =>
      filesInTarball(tarball)
        .filter((path) => /^(dist|bin)\/.*\.(m?js|d\.ts)$/.test(path))
        .filter((path) => /["'](?:\.\.?\/[^"'\s]*)\.ts["']/.test(readFileSync(join(stage, path), "utf8"))),
    );
    expect(sources).toEqual([]);
  });

  test("wants nothing that only development needs, and its siblings in exactly the version that was packed", () => {
    const versions = new Map(packed.map(({ name, version }) => [name, version]));
    for (const { name, folder: stage } of packed) {
      const { devDependencies, dependencies } = JSON.parse(readFileSync(join(stage, "package.json"), "utf8"));
      expect(devDependencies, name).toBeUndefined();
      for (const [sibling, version] of Object.entries(dependencies ?? {})) {
        if (/^@?otai\b/.test(sibling)) expect(`${sibling} ${version}`).toBe(`${sibling} ${versions.get(sibling)}`);
      }
    }
  });
});

describe("installed from tarballs into an empty folder, otai", () => {
  test("tells its version and its plugins", async (context) => {
    needsRegistry(context);
    const { version } = packed.find(({ name }) => name === "otai")!;
    expect(await run("--version")).toEqual({ code: 0, output: `${version}\n` });
    const { code, output } = await run("plugins", "--json");
    expect(code).toBe(0);
    const listed = (JSON.parse(output) as { plugins: { name: string; problem: string | null }[] }).plugins;
    const wanted = comeWithOtai().filter(({ name }) => name !== "otai");
    expect(listed).toEqual(wanted.map(({ name }) => expect.objectContaining({ name, problem: null })));
  });

  test("validates a configuration", async (context) => {
    needsRegistry(context);
    configure(JSON.stringify({ ticket_systems: { desk: freshdeskConnection({ sandboxUrl: "http://127.0.0.1:1" }) } }));
    const { version } = packed.find(({ name }) => name === "otai-freshdesk")!;
    expect(await run("validate")).toEqual({
      code: 0,
      output: expect.stringContaining(`config.yml is valid: desk (otai-freshdesk ${version})`),
    });
  });

  test("runs the sandbox, learns from it in a process of its own, and serves", async (context) => {
    needsRegistry(context);
    const sandbox = await startSandboxProgram(otai, ["--tickets", "800", "--dialects", "freshdesk"]);
    try {
      const config = { ticket_systems: { desk: freshdeskConnection({ sandboxUrl: sandbox.url }) } };
      const server = await startOtai({ folder: installation, config, program: otai });
      try {
        expect((await fetch(`${server.url}/health`)).status).toBe(200);
        const page = await fetch(`${server.url}/`);
        expect({ status: page.status, text: await page.text() }).toEqual({
          status: 200,
          text: expect.stringContaining("<html"),
        });
      } finally {
        expect(await server.stop(), server.output()).toBe(0);
      }
      expect(await run("models")).toEqual({ code: 0, output: expect.stringContaining("desk") });
    } finally {
      expect(await sandbox.stop()).toBe(0);
    }
  });
});

describe("a plugin for another ticket system", () => {
  test("docs/guides/write-a-ticket-system-plugin.md leads from nothing to an installed plugin", async (context) => {
    needsRegistry(context);
    const guide = documents().find(({ path }) => path === "docs/guides/write-a-ticket-system-plugin.md")!;
    const steps = await followGuide(guide, { start: folder, otai, env });
    expect(steps.at(-1)).toMatchObject({ code: 0, output: expect.stringContaining("otai-acme-desk") });
    const typed = steps.map((step) => step.typed);
    for (const wanted of ["otai plugin new acme-desk", "npm test", "npm pack", "otai plugins"]) {
      expect(typed).toContain(wanted);
    }
  });

  test("the sample is packed, installed and found by its name in the configuration", async (context) => {
    needsRegistry(context);
    const sample = join(folder, "plugin-sample");
    cpSync(join(repository, "examples/plugin-sample"), sample, { recursive: true });
    await install(sample);
    needsRegistry(context);
    const pack = await npmRun(["pack"], { cwd: sample, env });
    expect(pack.code, pack.output).toBe(0);
    await install(installation, join(sample, "otai-plain-desk-0.1.0.tgz"));
    configure(
      "ticket_systems:\n  desk:\n    use: otai_plain_desk:PlainDesk\n    params: { base_url: https://desk.example, token: t }\n",
    );
    expect((await run("plugins")).output).toContain("otai-plain-desk 0.1.0\n  otai_plain_desk:PlainDesk  Plain Desk\n");
    expect(await run("validate")).toEqual({ code: 0, output: expect.stringContaining("desk (otai-plain-desk 0.1.0)") });
  });
});
