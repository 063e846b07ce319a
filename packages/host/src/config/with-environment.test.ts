import { expect, test } from "vitest";
import { configSchema } from "./config-schema.ts";
import { readEnvironment } from "./environment.ts";
import { withEnvironment } from "./with-environment.ts";

const system = { use: "otai_webhook:WebhookTicketsystemService", params: {} };
const keys = [{ name: "leads", key: "a-key", scopes: ["qa", "qa_agent_view"] }];
const config = configSchema.parse({ ticket_systems: { desk: system }, server: { keys, port: 9000 } });

test("5.1: OTAI_API_KEY opens everything but the scores of single agents, which is granted by name", () => {
  const { server } = withEnvironment(config, readEnvironment({ OTAI_API_KEY: "another-key" }));
  expect(server.keys).toEqual([
    keys[0],
    {
      name: "OTAI_API_KEY",
      key: "another-key",
      scopes: ["triage", "reply", "qa", "sentiment", "kb", "admin", "read"],
    },
  ]);
});

test("host, port and database of the environment go before the file", () => {
  const environment = readEnvironment({ OTAI_PORT: "1", OTAI_HOST: "::1", DATABASE_URL: "postgres://h/d" });
  const { server, store } = withEnvironment(config, environment);
  expect([server.host, server.port, store.url]).toEqual(["::1", 1, "postgres://h/d"]);
  expect(withEnvironment(config, readEnvironment({})).server).toMatchObject({ port: 9000, keys });
});
