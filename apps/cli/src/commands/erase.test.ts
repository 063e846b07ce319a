import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openConnection } from "@otai/host/app/open-connection";
import { type LoadedConfig, loadConfig } from "@otai/host/config/load-config";
import { learnFromHistory } from "@otai/host/learning/learn-from-history";
import { createLog } from "@otai/host/log/create-log";
import { withStore } from "@otai/host/operations/with-store";
import type { Ticket } from "@otai/plugin-api/ticket";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";

let folder: string;
let sandbox: Sandbox;
/** A solved ticket that was learned from. */
let ticket: Ticket;
let loaded: LoadedConfig;

/** Reads the solved tickets of the helpdesk, too few to train on. */
async function learn(): Promise<void> {
  await withStore(loaded, async ({ store, clock, ids }) => {
    const { signal } = new AbortController();
    const around = { store, clock, ids, log: createLog("silent"), signal };
    const connected = await openConnection(loaded.ticketSystems[0]!, around);
    await learnFromHistory(connected, { loaded, store, clock, ids, signal, onStep() {}, by: "test" });
    const [example] = (await store.read((tx) => tx.learning.listExamples(connected.uid, 1, null))).items;
    ticket ??= await connected.system.read.getTicket(example!.ticketId);
  });
}

const otai = (...args: string[]) => runCli(args, { cwd: folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otai-erase-"));
  sandbox = await createSandbox({
    ...{ port: 0, seed: 1, tickets: 60, dialects: ["freshdesk"], ratePlan: "unlimited", timeScale: 1 },
  });
  const params = { base_url: `${sandbox.url}/freshdesk`, api_key: "sandbox" };
  const config = { ticket_systems: { desk: { use: "otai_freshdesk:FreshdeskTicketsystemService", params } } };
  writeFileSync(join(folder, "config.yml"), JSON.stringify(config));
  loaded = await loadConfig(join(folder, "config.yml"), { OTAI_DATA_DIR: join(folder, ".otai") });
  await learn();
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("6.4: export and erase by person", () => {
  test("the export is what is kept of the requester, found by his e-mail address", async () => {
    const { code, stdout, stderr } = await otai("export", "--requester", ticket.requester!.email!);
    expect([code, stderr]).toEqual([0, ""]);
    const { person, records } = JSON.parse(stdout);
    expect(person.identities).toContain(ticket.requester!.id);
    expect(records["training examples"]).toContainEqual(expect.objectContaining({ ticket_id: ticket.id }));
    expect(stdout).toContain(JSON.stringify(ticket.subject).slice(1, -1));
  });

  test("S03: nothing of it can be read in the files, and their key is the user's alone", () => {
    const dataFolder = join(folder, ".otai");
    const bytes = Buffer.concat(readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name))));
    expect(bytes.includes(ticket.subject)).toBe(false);
    expect(statSync(join(dataFolder, "secret.key")).mode & 0o777).toBe(0o600);
  });

  test("erasing shows what would go, and does nothing unless it is agreed to", async () => {
    const { code, stdout, stderr } = await otai("erase", "--requester", ticket.requester!.id);
    expect(code).not.toBe(0);
    expect(stdout).toMatch(/training examples +[1-9]/);
    expect(stderr).toMatch(/nothing was erased: add --yes/);
  });

  test("what was agreed to is done, and afterwards nothing is kept", async () => {
    const erased = await otai("erase", "--requester", ticket.requester!.id, "--yes");
    expect(erased).toMatchObject({ code: 0, stderr: "" });
    expect(erased.stdout).toMatch(/Erased: [1-9]\d* rows/);
    const again = await otai("erase", "--requester", ticket.requester!.id, "--yes");
    expect(again.stdout).toMatch(/Nothing is kept of this requester[\s\S]*Erased: 0 rows/);
  });

  test("he is not learned from again, though his tickets still stand in the helpdesk", async () => {
    await learn();
    const { stdout } = await otai("export", "--requester", ticket.requester!.id);
    expect(JSON.parse(stdout)).toMatchObject({
      person: { places: [{ ticketIds: expect.arrayContaining([ticket.id]) }] },
      records: { "training examples": [] },
    });
  });

  test("a wrong secret key is refused with what to do", async () => {
    const { code, stderr } = await runCli(["models"], { cwd: folder, env: { OTAI_SECRET_KEY: "not the one it was" } });
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/secret key does not fit this database.*OTAI_SECRET_KEY/);
  });
});
