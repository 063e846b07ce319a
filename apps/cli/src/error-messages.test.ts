import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type AnsweringServer, startServer } from "./testing/answering-server.ts";
import { runCli } from "./testing/run-cli.ts";

let folder: string;
let server: AnsweringServer | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "otai-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => server?.close());

function configure(text: string): void {
  writeFileSync(join(folder, "config.yml"), text);
}

const freshdesk = (baseUrl: string, key = "wrong-key-1234") =>
  `ticket_systems:
  desk:
    use: otai_freshdesk:FreshdeskTicketsystemService
    params: { base_url: "${baseUrl}", api_key: ${key} }
`;
const zendesk = (baseUrl: string) =>
  `ticket_systems:
  desk:
    use: otai_zendesk:ZendeskTicketsystemService
    params: { base_url: "${baseUrl}", email: agent@acme.example, api_token: wrong-key-1234 }
`;
const systems = [
  ["Freshdesk", freshdesk],
  ["Zendesk", zendesk],
] as const;

const run = (args: readonly string[], env?: Record<string, string>) =>
  runCli(args, { cwd: folder, ...(env ? { env } : {}) });

/** The line that doctor prints for what failed. */
function failure(stdout: string): string {
  return /^ {2}failed +(.+)$/m.exec(stdout)?.[1] ?? stdout;
}

describe.each(systems)("%s: the other side's refusals are one line and exit code 2", (_, config) => {
  test("a wrong key (401)", async () => {
    server = await startServer((_request, response) => {
      response.writeHead(401, { "content-type": "application/json" });
      response.end('{"code":"invalid_credentials","message":"You have to be logged in to perform this action."}');
    });
    configure(config(server.url));
    const { code, stdout, stderr } = await run(["doctor"]);
    expect(code).toBe(2);
    expect(stdout).toContain("1. The key or token is not accepted: compare it with ticket_systems.desk.params");
    expect(stdout + stderr).not.toContain("wrong-key-1234");
  });

  test("a wrong domain (unknown host)", async () => {
    configure(config("https://nobody.invalid"));
    const { code, stdout } = await run(["doctor"]);
    expect(code).toBe(2);
    expect(failure(stdout)).toMatch(/nobody\.invalid/);
  });

  test("a web page instead of JSON", async () => {
    server = await startServer((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<!DOCTYPE html><html><body>Welcome to our portal</body></html>");
    });
    configure(config(server.url));
    const { code, stdout } = await run(["doctor"]);
    expect(code).toBe(2);
    expect(failure(stdout)).toMatch(/HTML|web page/i);
    expect(failure(stdout)).not.toContain("<body>");
  });
});

describe("mistakes in the configuration are one line and exit code 1", () => {
  test.each([
    [
      "D47: an unset environment variable",
      freshdesk("http://127.0.0.1:1", `"{{ get_env('FRESHDESK_API_KEY') }}"`),
      "config.yml:4 ticket_systems.desk.params.api_key: environment variable FRESHDESK_API_KEY is not set; give it in the environment or in .env beside this file",
    ],
    [
      "a misspelt key",
      `${freshdesk("http://127.0.0.1:1")}    pol_seconds: 30\n`,
      'config.yml:5 ticket_systems.desk.pol_seconds: is not a key here; did you mean "poll_seconds"?',
    ],
    ["not YAML", "ticket_systems: {\n", 'config.yml:2: a closing "}" is missing before this line'],
    ["a file that is empty", "", "config.yml: the file is empty; `otai init` writes a configuration to begin with"],
  ])("%s", async (_, text, expected) => {
    configure(text);
    expect(await run(["validate"])).toEqual({ code: 1, stdout: "", stderr: `${expected}\n` });
  });

  test("doctor says the same before it connects", async () => {
    configure("ticket_systems: [\n");
    const { code, stderr } = await run(["doctor"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'config.yml:2: a closing "]" is missing before this line\n' });
  });

  test("the stack is shown at --log-level debug only", async () => {
    const missing = ["validate", "--config", "missing.yml"];
    expect((await run(missing)).stderr.trimEnd().split("\n")).toHaveLength(1);
    expect((await run([...missing, "--log-level", "debug"])).stderr).toMatch(/\n\s+at /);
  });
});

describe("otai validate", () => {
  test("a right configuration exits with 0 and names what it connects", async () => {
    configure(freshdesk("http://127.0.0.1:1"));
    expect(await run(["validate"])).toEqual({
      code: 0,
      stdout: "config.yml is valid: desk (otai-freshdesk 0.1.0)\n",
      stderr: "",
    });
  });

  test("D47: --print-config masks", async () => {
    configure(freshdesk("http://127.0.0.1:1", `"{{ get_env('FD_KEY') }}"`));
    const { code, stdout } = await run(["validate", "--print-config"], { FD_KEY: "very-secret-key" });
    expect(code).toBe(0);
    expect(stdout).toContain('api_key: "***"');
    expect(stdout).not.toContain("very-secret-key");
  });
});
