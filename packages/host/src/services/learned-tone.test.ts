import { join } from "node:path";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { train } from "@otai/intelligence/train";
import { ConfigError } from "@otai/plugin-api/errors";
import { builtInLexicons } from "@otai/services/sentiment/lexicon/built-in";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIds, systemClock } from "../app/surroundings.ts";
import { makeModelFolder, writeModel } from "../models/model-folder.ts";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { toneForExamples } from "../training/tone-of-tickets.ts";
import { trainModel } from "../training/train-model.ts";
import { createChampions } from "../triage/champions.ts";
import { openLearnedTone } from "./learned-tone.ts";

const start = Date.UTC(2026, 10, 23);
const lexicons = builtInLexicons();
const words = {
  Positive: ["thank you, splendid work", "lovely service today", "we are happy with the repair", "great answer"],
  Negative: ["terrible wait again", "awful service today", "we are angry about the repair", "useless answer"],
};
const rows = Object.entries(words).flatMap(([mood, texts]) =>
  texts.flatMap((text) =>
    ["", " in March", " in Oslo", " with the printer"].map((end) => ({ mood, text: text + end })),
  ),
);

describe("the tone that was learned", () => {
  let folder: ConfigFolder;
  let store: OtaiStore;
  let now: number;
  const warned: string[] = [];
  const log = { debug() {}, info() {}, error() {}, warn: (_: object, message: string) => void warned.push(message) };
  const clock = { now: () => now };
  beforeEach(async () => {
    now = start;
    warned.length = 0;
    folder = new ConfigFolder();
    store = await openSqliteStore({ path: ":memory:", ids: createIds(systemClock) });
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  async function open(services = "", connections: readonly string[] = []) {
    const loaded = await folder.load(sampleSystem() + services);
    const connected = () => connections.map((uid) => ({ uid }) as ConnectedSystem);
    return openLearnedTone({ loaded, champions: createChampions(store, clock), connected, log });
  }

  async function writeFolder(name: string, target: "sentiment" | "queue"): Promise<void> {
    const examples = rows.map(({ mood, text }) => ({
      subject: "",
      body: text,
      labels: { sentiment: mood.toLowerCase(), queue: text.includes("service") ? "service" : "other" },
    }));
    await makeModelFolder(join(folder.path, name));
    const model = train(examples.map(toneForExamples(examples, [target])), { targets: [target] });
    await writeModel(join(folder.path, name), model, { rows: rows.length, columns: { text: "text" } });
  }

  /** A connection whose helpdesk has a field for the mood. */
  async function learn(connectionUid: string, labelOf: (mood: string) => string = (mood) => mood): Promise<void> {
    await store.write((tx) =>
      tx.learning.putExamples(
        rows.map(({ mood, text }, at) => ({
          connectionUid,
          ticketId: `${at}`,
          subject: "",
          body: text,
          labels: { queue: text.includes("service") ? "service" : "other", mood: labelOf(mood) },
          metadata: ["channel:email"],
          language: "en",
          sender: null,
          createdAt: start + at,
          provenance: "human_set" as const,
        })),
      ),
    );
    const detector = await createLanguageDetector();
    const { version } = await trainModel({ connectionUid, store, clock, detector, onProgress() {} });
    await store.write((tx) => tx.learning.setChampion(connectionUid, version, now, "test"));
  }

  it("comes from the configured folder, relative to the configuration, and serves words that it never saw", async () => {
    await writeFolder("tone", "sentiment");
    const model = (await open("services: { sentiment: { model: ./tone } }\n"))();
    expect(model?.version).toMatch(/^sentiment-[0-9a-f]{8}$/);
    expect(model?.read("The printer is horrendous", lexicons).score).toBeLessThan(-0.3);
    expect(model?.read("A magnificent printer", lexicons).score).toBeGreaterThan(0.3);
  });

  it("a folder without such a model ends the start with what to do", async () => {
    await writeFolder("queues", "queue");
    const opened = (name: string) => open(`services: { sentiment: { model: ./${name} } }\n`);
    await expect(opened("nowhere")).rejects.toThrow(ConfigError);
    await expect(opened("nowhere")).rejects.toThrow(
      `services.sentiment.model: ${join(folder.path, "nowhere")}: there is no model in this folder`,
    );
    await expect(opened("queues")).rejects.toThrow(ConfigError);
    await expect(opened("queues")).rejects.toThrow(
      /^services\.sentiment\.model: .*this one has "queue" \(other, service\): train it with --target sentiment$/,
    );
  });

  it("without a folder comes from the connection that learned a tone, whatever its field is called", async () => {
    await learn("c-1", (mood) => `${mood} customer`);
    await learn("c-2");
    const model = (await open("", ["c-0", "c-1", "c-2"]))();
    expect(model?.version).toMatch(/^triage-/);
    expect(model?.read("The printer is horrendous", lexicons).score).toBeLessThan(-0.3);
    expect((await open("", ["c-0", "c-1"]))()).toBeNull();
  });

  it("a champion that is trained later serves without a new start", async () => {
    const tone = await open("", ["c-1"]);
    expect(tone()).toBeNull();
    await learn("c-1");
    now += 5_000;
    await expect.poll(tone).not.toBeNull();
    expect(warned).toEqual([]);
  });
});
