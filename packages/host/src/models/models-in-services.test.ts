import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Served, serveServices } from "../services/serve-services.ts";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";

const silent = () => {};
const log = { debug: silent, info: silent, warn: silent, error: silent };

describe("U05: a service with a language model", () => {
  let folder: ConfigFolder;
  let model: Server;
  let prompts: string[];
  let served: Served;
  beforeEach(async () => {
    folder = new ConfigFolder();
    prompts = [];
    model = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      prompts.push(body);
      const content = '{"score": -0.9, "confidence": 0.8}';
      const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }];
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ id: "c", object: "chat.completion", created: 1, model: "m", choices }));
    });
    await new Promise<void>((listening) => model.listen(0, "127.0.0.1", listening));
    const { port } = model.address() as AddressInfo;
    const text = `${sampleSystem()}models: { llm: { base_url: "http://127.0.0.1:${port}/v1", model: m } }\n`;
    const loaded = await folder.load(text, { OTAI_DATA_DIR: folder.path });
    served = await serveServices({ loaded, servers: [{ services: ["sentiment"], port: 0 }], version: "1.2.3", log });
  });
  afterEach(async () => {
    await served.close();
    if (model.listening) await new Promise((closed) => model.close(closed));
    folder.remove();
  });

  const analyse = async (text: string) => {
    const answer = await fetch(`${served.servers[0]!.url}/analyze`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ customer_id: "c-1", text }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const usage = async () => (await fetch(`${served.servers[0]!.url}/usage`)).json();

  test("asks it, without personal data, and counts", async () => {
    const { status, body } = await analyse(
      "I waited three weeks for nothing, write to kim.sample@customer.example at last",
    );
    expect([status, body.degraded, body.degraded_reason]).toEqual([200, false, null]);
    expect(prompts).toHaveLength(1);
    expect(prompts[0]).toContain("three weeks");
    expect(prompts[0]).not.toContain("kim.sample");
    expect(await usage()).toMatchObject({ models: { m: { calls: 1 } } });
  });

  test("answers all the same when it is gone, and says so", async () => {
    await new Promise((closed) => {
      model.close(closed);
      model.closeAllConnections();
    });
    const { status, body } = await analyse("I waited three weeks for nothing");
    expect([status, body.degraded, body.degraded_reason]).toEqual([200, true, "llm_unavailable"]);
    expect(await usage()).toMatchObject({ models: { m: { calls: 0 } }, budget: { spent: 0 } });
  });
});
