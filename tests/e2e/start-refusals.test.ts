import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AnsweringServer, startServer } from "../../apps/cli/src/testing/answering-server.ts";
import { runCli } from "../../apps/cli/src/testing/run-cli.ts";
import { freshdeskConnection, zendeskConnection } from "../stage/connection-config.ts";
import { dataFolder, spawnOtai, startOtai } from "../stage/otai-server.ts";

let parent: string;
let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "otai-e2e-refusals-"));
  sandbox = await startDesk();
});
beforeEach(() => {
  folder = mkdtempSync(join(parent, "case-"));
});
afterAll(async () => {
  await sandbox?.close();
  rmSync(parent, { recursive: true, force: true });
});

/** Without a past: there is nothing to learn, so it starts at once. */
function startDesk(): Promise<Sandbox> {
  return createSandbox({
    port: 0,
    seed: 1,
    tickets: 0,
    dialects: ["freshdesk", "zendesk"],
    ratePlan: "unlimited",
    timeScale: 1,
  });
}

const config = (connection: unknown) => ({ ticket_systems: { desk: connection } });
const freshdesk = (url: string, params: Record<string, unknown> = {}) => {
  const connection = freshdeskConnection({ sandboxUrl: url });
  return config({ ...connection, params: { ...connection.params, ...params } });
};
const zendesk = (url: string, params: Record<string, unknown> = {}) => {
  const connection = zendeskConnection({ sandboxUrl: url });
  return config({ ...connection, params: { ...connection.params, ...params } });
};

async function refusal(given: unknown, options: { port?: number; env?: Record<string, string> } = {}) {
  const { ended, output } = spawnOtai({ folder, config: given, env: { ...options.env }, ...options });
  const code = await ended;
  // Log lines are JSON for machines; the message to the person is the rest.
  const lines = output()
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("{"));
  return { code, lines };
}

describe("otai start says in one line what the other side refused, and ends with 2", () => {
  it.each([
    ["Freshdesk", freshdesk, { api_key: "not-the-key" }],
    ["Zendesk", zendesk, { api_token: "not-the-token" }],
  ] as const)("%s: a wrong key", async (_, connection, params) => {
    const { code, lines } = await refusal(connection(sandbox.url, params));
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/key|token|credential/i);
    expect(lines[0]).not.toContain("not-the-");
  });

  it("an unknown host", async () => {
    const { code, lines } = await refusal(freshdesk("https://nobody.invalid"));
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("nobody.invalid");
  });

  it("a web page where an API should be", async () => {
    const page: AnsweringServer = await startServer((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<!doctype html><title>Welcome</title><p>Sign in");
    });
    try {
      const { code, lines } = await refusal(freshdesk(page.url));
      expect(code).toBe(2);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/HTML|web page/i);
    } finally {
      page.close();
    }
  });
});

describe("otai start says in one line what is wrong here, and ends with 1", () => {
  it("a port that is taken", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    try {
      const { code, lines } = await refusal(freshdesk(sandbox.url), { port });
      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringContaining(`port ${port} is in use`)]);
    } finally {
      taken.close();
    }
  });

  it("a data folder that cannot be written", async () => {
    const blocked = join(folder, "blocked");
    // A file where a folder should be stops root as well as everybody else.
    writeFileSync(blocked, "");
    const { code, lines } = await refusal(freshdesk(sandbox.url), { env: { OTAI_DATA_DIR: join(blocked, "data") } });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(blocked);
    expect(lines[0]).toContain("OTAI_DATA_DIR");
  });

  it("a data folder of somebody else", async ({ skip }) => {
    skip(process.getuid?.() === 0, "root may write everywhere");
    const readOnly = join(folder, "read-only");
    mkdirSync(readOnly);
    chmodSync(readOnly, 0o500);
    const { code, lines } = await refusal(freshdesk(sandbox.url), { env: { OTAI_DATA_DIR: readOnly } });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(readOnly);
  });

  it("a configuration with an unknown key", async () => {
    const { code, lines } = await refusal({ ...freshdesk(sandbox.url), fild: {} });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^.*config\.yml:\d+ fild: /);
  });
});

describe("another account behind a known name", () => {
  it("refuses to start until it is adopted", async () => {
    const first = await startOtai({ folder, config: freshdesk(sandbox.url) });
    expect(await first.stop()).toBe(0);
    const production = await startDesk();
    try {
      const refused = await refusal(freshdesk(production.url));
      expect(refused.code).toBe(1);
      expect(refused.lines).toEqual([expect.stringContaining("otai connections adopt desk")]);

      const adopted = await runCli(["connections", "adopt", "desk", "--config", join(folder, "config.yml")], {
        env: { OTAI_DATA_DIR: dataFolder(folder) },
      });
      expect(adopted).toMatchObject({ code: 0 });
      const second = await startOtai({ folder, config: freshdesk(production.url) });
      expect(await second.stop()).toBe(0);
    } finally {
      await production.close();
    }
  });
});
