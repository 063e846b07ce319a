import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AnsweringServer, startServer } from "../testing/answering-server.ts";
import { runCli } from "../testing/run-cli.ts";

let folder: string;
let server: AnsweringServer;
let told: string[];
let status: number;

const answer: RequestListener = async (request, response) => {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  told.push(body);
  response.writeHead(status).end();
};

beforeEach(async () => {
  told = [];
  status = 200;
  folder = mkdtempSync(join(tmpdir(), "otai-alerts-"));
  server = await startServer(answer);
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const system = "ticket_systems:\n  desk: { use: otai_webhook:WebhookTicketsystemService, params: {} }\n";
const otai = (deliver: string, ...args: string[]) => {
  writeFileSync(join(folder, "config.yml"), `${system}services: { sentiment: { deliver: [${deliver}] } }\n`);
  return runCli(args, { cwd: folder });
};
const chat = () => `{ chat: { url: ${server.url}/hooks/secret, allow_private: true } }`;

describe("otai alerts test", () => {
  test("tells everybody that it is a test, and who took it", async () => {
    const { code, stdout } = await otai(chat(), "alerts", "test");
    expect({ code, told: told.length }).toEqual({ code: 0, told: 1 });
    expect(stdout).toMatch(/chat at 127\.0\.0\.1:\d+ +taken/);
    expect(JSON.parse(told[0]!).text).toMatch(/^Test: medium escalation risk/);
  });

  test("ends with 2 and the reason when somebody did not take it, without telling what is secret", async () => {
    status = 404;
    const { code, stdout, stderr } = await otai(chat(), "alerts", "test");
    expect(code).toBe(2);
    expect(stdout).toMatch(/failed +http:\/\/127\.0\.0\.1:\d+ answered 404/);
    expect(stdout + stderr).not.toContain("secret");
  });

  test("says where to name somebody when nobody is told", async () => {
    const { code, stderr } = await otai("", "alerts", "test");
    expect(code).toBe(1);
    expect(stderr).toContain("services.sentiment.deliver");
  });
});

describe("otai doctor", () => {
  test("looks at who is told of alerts and sends nothing", async () => {
    const { stdout } = await otai(`${chat()}, { chat: { url: 'https://nowhere.invalid/x' } }`, "doctor");
    expect(stdout).toContain("alerts (services.sentiment.deliver)");
    expect(stdout).toContain("ok        chat at 127.0.0.1");
    expect(stdout).toContain("failed    chat at nowhere.invalid: the host nowhere.invalid is unknown");
    expect(told).toEqual([]);
  });
});
