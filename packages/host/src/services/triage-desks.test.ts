import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { createTriageDesks } from "./triage-desks.ts";

let folder: ConfigFolder;
beforeEach(() => {
  folder = new ConfigFolder();
});
afterEach(() => folder.remove());

async function open(connected: readonly Partial<ConnectedSystem>[]) {
  const asked: string[] = [];
  const desks = createTriageDesks({
    loaded: await folder.load(sampleSystem()),
    champions: { get: async () => null },
    connected: () => connected as ConnectedSystem[],
    directory: {
      async roster({ name }) {
        asked.push(name);
        return { agents: [], openTickets: new Map() };
      },
    },
  });
  return { desks, asked };
}

test("the agents are those of the desk's own connection, and read only when they are asked for", async () => {
  const schema = async () => ({ queues: [], fields: [] });
  const { desks, asked } = await open([
    { uid: "cn-1", name: "first", schema },
    { uid: "cn-2", name: "desk", schema },
  ]);
  const desk = await desks.find("desk");
  expect(asked).toEqual([]);
  expect(await desk.roster()).toEqual({ agents: [], openTickets: new Map() });
  expect(asked).toEqual(["desk"]);
});

test("without a ticket system nobody is known", async () => {
  const { desks } = await open([]);
  expect(await (await desks.find(null)).roster()).toEqual({
    unknown: "there is no ticket system that knows agents",
  });
});
