import type { Log } from "@otai/plugin-api/plugin";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { expect, test } from "vitest";
import { createBaseApp } from "../http/base-app.ts";
import { serveHealth } from "./serve-health.ts";

const ids = { next: (prefix: string) => `${prefix}-1` };
const logged: string[] = [];
const entry = (_: object, message: string) => void logged.push(message);
const log: Log = { debug: entry, info: entry, warn: entry, error: entry };

test("1.2: /health is 200 while requests can be served, also when a helpdesk is away, and 503 when the store is", async () => {
  const store = await openSqliteStore({ path: ":memory:", ids });
  const systems = [{ name: "desk", reached: () => "unreachable" as const }];
  const app = createBaseApp({
    ids,
    log,
    version: "1.2.3",
    cors: [],
    health: () => serveHealth(["triage"], { store, systems, log }),
  });
  const good = await app.request("/health");
  expect(good.status).toBe(200);
  expect(await good.json()).toEqual({
    status: "ok",
    version: "1.2.3",
    services: ["triage"],
    degraded: true,
    checks: { store: "ok", "ticket_system.desk": "unreachable" },
  });
  await store.close();
  const bad = await app.request("/health");
  expect(bad.status).toBe(503);
  expect(await bad.json()).toEqual({
    error_code: "SERVICE_UNAVAILABLE",
    detail: "The store cannot be read",
    request_id: "rq-1",
  });
  expect(logged).toEqual(["the store cannot be read"]);
});

test("a helpdesk matters to triage alone", async () => {
  const store = await openSqliteStore({ path: ":memory:", ids });
  const systems = [{ name: "desk", reached: () => "unreachable" as const }];
  expect(await serveHealth(["qa", "kb"], { store, systems, log })).toMatchObject({ degraded: false });
  await store.close();
});
