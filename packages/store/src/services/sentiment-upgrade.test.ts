import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { sqliteEngine } from "../engine.ts";
import { migrations } from "../migrations.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { alertDeliveryStatements } from "./sentiment-migration.ts";

it("an alert of the format before is read as it was, and is told of from now on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "otai-upgrade-"));
  const path = join(folder, "otai.db");
  const before = migrations.slice(0, migrations.indexOf(alertDeliveryStatements));
  const database = new Database(path);
  database.exec("create table format_version (version integer not null)");
  for (const statement of before.flatMap((migration) => migration(sqliteEngine))) database.exec(statement);
  database.prepare("insert into format_version values (?)").run(before.length);
  database.exec(
    `insert into sentiment_alert values ('al-1', 'c-1', 'T-1', 'medium', 'risk', 0.6, 'open', 2, 1000, 5000, null, null, null)`,
  );
  database.close();

  const store = await openSqliteStore({ path, ids: createCountingIds() });
  expect(await store.read((tx) => tx.sentimentAlerts.get("al-1"))).toEqual({
    ...{ id: "al-1", customerId: "c-1", ticketId: "T-1", connection: null, severity: "medium", reason: "risk" },
    ...{ risk: 0.6, status: "open", count: 2, createdAt: 1000, lastSeenAt: 5000, writtenAt: 5000, calmMessages: 0 },
    ...{ acknowledgedBy: null, resolvedAt: null, resolvedBy: null, resolveReason: null },
  });
  const delivery = { messageId: "al-1-high", target: "chat", alertId: "al-1", news: "raised" } as const;
  await store.write((tx) => tx.alertDeliveries.add(delivery));
  expect(await store.read((tx) => tx.alertDeliveries.listDue(["chat"]))).toEqual(["chat"]);
  await store.close();
  rmSync(folder, { recursive: true });
});
