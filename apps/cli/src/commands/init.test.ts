import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AnsweringServer, startServer } from "../testing/answering-server.ts";
import { runCli } from "../testing/run-cli.ts";

let cwd: string;
let server: AnsweringServer | undefined;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "otai-init-"));
});
afterEach(() => {
  server?.close();
  rmSync(cwd, { recursive: true });
});

const text = (name: string) => readFileSync(join(cwd, name), "utf8");

describe("otai init --yes", () => {
  const flags = ["init", "--yes", "--ticket-system", "freshdesk", "--api-key-env", "DESK_KEY"];

  test("F01: writes a configuration in shadow mode without the secret, which otai validate accepts", async () => {
    const { code, stdout } = await runCli([...flags, "--domain", "acme"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("Put the key behind DESK_KEY= in");
    expect(text("config.yml")).toContain(`api_key: "{{ get_env('DESK_KEY') }}"`);
    expect(text(".env")).toBe("DESK_KEY=\n");
    expect(statSync(join(cwd, ".env")).mode & 0o077).toBe(0);
    expect(await runCli(["validate"], { cwd, env: { DESK_KEY: "k" } })).toMatchObject({ code: 0 });
  });

  test("with the key in the environment it checks the connection, and .env is not written", async () => {
    server = await startServer((_request, response) => response.writeHead(401).end("{}"));
    const { code, stdout, stderr } = await runCli([...flags, "--base-url", server.url], {
      cwd,
      env: { DESK_KEY: "k-1234" },
    });
    expect(code).toBe(2);
    expect(stdout).toContain("config.yml written, in shadow mode");
    expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining("does not know the API key")]);
    expect(existsSync(join(cwd, ".env"))).toBe(false);
    expect(text("config.yml")).not.toContain("k-1234");
  });

  test("a system that calls us needs a secret and no address", async () => {
    const webhook = ["init", "--yes", "--ticket-system", "webhook"];
    expect((await runCli(webhook, { cwd })).code).toBe(0);
    expect(text("config.yml")).toContain(`params: {}`);
    expect(text("config.yml")).toContain(`webhook: { secret: "{{ get_env('HOOK_SECRET') }}" }`);
    expect(await runCli(["validate"], { cwd, env: { HOOK_SECRET: "a-secret" } })).toMatchObject({ code: 0 });
  });

  test("pins no mode, so that otai fields set can leave shadow mode", async () => {
    const env = { DESK_KEY: "k" };
    await runCli([...flags, "--domain", "acme"], { cwd });
    const modes = async () => {
      const { stdout } = await runCli(["fields", "--json"], { cwd, env });
      const states = JSON.parse(stdout) as { field: string; mode: string; pinned: boolean }[];
      return states.map(({ field, mode, pinned }) => ({ field, mode, pinned }));
    };
    const fresh = await modes();
    expect(fresh.filter(({ mode, pinned }) => mode !== "shadow" || pinned)).toEqual([]);
    const set = ["fields", "set", "freshdesk", "queue", "--mode", "suggest", "--precision", "0.97", "--yes"];
    expect(await runCli(set, { cwd, env })).toMatchObject({ code: 0, stderr: "" });
    expect(await modes()).toContainEqual({ field: "queue", mode: "suggest", pinned: false });
  });

  test("replaces nothing unless told", async () => {
    await runCli([...flags, "--domain", "acme"], { cwd });
    const again = await runCli([...flags, "--domain", "other"], { cwd });
    expect(again).toMatchObject({
      code: 1,
      stderr: "config.yml is there already; --force replaces it, --config names another\n",
    });
    expect(text("config.yml")).toContain('domain: "acme"');
  });

  test.each([
    [["init", "--yes"], "--yes asks nothing: give --ticket-system freshdesk too\n"],
    [
      ["init", "--yes", "--ticket-system", "zendsk"],
      '--ticket-system: "zendsk" is not known; did you mean "zendesk"?\n',
    ],
    [["init", "--yes", "--ticket-system", "zendesk", "--domain", "a"], "--yes asks nothing: give --email too\n"],
    [
      [...flags.slice(0, -1), "sk-live-12 34", "--domain", "a"],
      "--api-key-env takes the name of a variable such as FRESHDESK_API_KEY, not the key itself\n",
    ],
    [["init"], "there is no terminal to ask at; give --yes and the options of otai init --help\n"],
  ])("%j writes nothing and says what is missing", async (args, stderr) => {
    expect(await runCli(args, { cwd })).toEqual({ code: 1, stdout: "", stderr });
    expect(existsSync(join(cwd, "config.yml"))).toBe(false);
  });
});
