import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Served, serveServices } from "../services/serve-services.ts";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { uneasy } from "./testing/alert-bench.ts";
import { startWebReceiver, type WebReceiver } from "./testing/web-receiver.ts";

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

let folder: ConfigFolder;
let receiver: WebReceiver;
let served: Served;
beforeEach(async () => {
  folder = new ConfigFolder();
  receiver = await startWebReceiver();
});
afterEach(async () => {
  await served.close();
  await receiver.close();
  folder.remove();
});

it("a Sentiment service that runs alone tells of its alerts itself", async () => {
  const deliver = `[{ chat: { url: "${receiver.url}", allow_private: true } }]`;
  const loaded = await folder.load(`${sampleSystem()}services: { sentiment: { deliver: ${deliver} } }\n`, {
    OTAI_DATA_DIR: join(folder.path, "data"),
  });
  served = await serveServices({
    loaded,
    servers: [{ services: ["sentiment"], port: 0 }],
    version: "0.0.0",
    log: quiet,
  });
  await fetch(`${served.servers[0]!.url}/analyze`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ customer_id: "c-1", text: uneasy, ticket_id: "123" }),
  });
  while (receiver.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(receiver.told()[0].text).toContain("medium escalation risk: ticket 123");
});
