import { sampleConnection, sampleExample } from "@otai/conformance/store/samples";
import { senderHash } from "@otai/core/learning/sender-hash";
import { afterEach, expect, test } from "vitest";
import { type HttpBench, openHttpBench } from "../testing/http-bench.ts";
import { findPerson } from "./find-person.ts";

let bench: HttpBench;
afterEach(() => bench.store.close());

const secretKeys = { current: "a secret for tests only", previous: [] };

async function openBench(): Promise<void> {
  bench = await openHttpBench({
    keys: [
      { name: "reader", key: "key-to-read", scopes: ["read"] },
      { name: "admin", key: "key-of-admin", scopes: ["admin"] },
    ],
    findPerson: (requester, ticketSystem) =>
      findPerson({
        ...{ requester, ticketSystem, secretKeys, ticketsLookedAt: 10, store: bench.store },
        connections: ["desk", "shop"].map((name) => ({ uid: `c-${name}`, name, platform: "x", reader: "it is away" })),
      }),
  });
  await bench.store.write(async (tx) => {
    await tx.connections.add(sampleConnection("c-desk", { name: "desk" }));
    await tx.learning.putExamples([
      sampleExample("9", { connectionUid: "c-desk", sender: senderHash("c-desk", "77") }),
    ]);
  });
}

const erase = (path: string, key: string) =>
  bench.ask(`/api/v1/persons/${path}`, { method: "DELETE", headers: { "X-API-Key": key } });

test("6.4: an administrator lets a requester be forgotten, and is told how much went", async () => {
  await openBench();
  const answer = await erase("77?ticket_system=desk", "key-of-admin");
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    {
      ...{ tickets: 1, removed: { "training examples": 1, drafts: 0 }, models_to_retrain: [] },
      not_asked: [{ ticket_system: "desk", reason: "it is away" }],
    },
  ]);
  expect(await bench.store.read((tx) => tx.learning.countExamples("c-desk"))).toBe(0);
});

test("S10: the audit says that somebody was forgotten, not who", async () => {
  await openBench();
  await erase("kim%40customer.example", "key-of-admin");
  const { items } = await bench.store.read((tx) => tx.audit.list(5, null));
  expect(items).toMatchObject([{ action: "erase-person", subject: "desk, shop", actor: "api" }]);
  expect(JSON.stringify(items)).not.toMatch(/kim/i);
});

test("nobody else may, and an id that may mean several people is refused", async () => {
  await openBench();
  expect((await erase("77?ticket_system=desk", "key-to-read")).status).toBe(403);
  const unclear = await erase("77", "key-of-admin");
  expect([unclear.status, await unclear.json()]).toMatchObject([
    400,
    { detail: expect.stringContaining("desk, shop") },
  ]);
  expect(await bench.store.read((tx) => tx.learning.countExamples("c-desk"))).toBe(1);
});
