import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";
import { usageSchema } from "@otai/service-api/usage";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createIds, systemClock } from "../app/surroundings.ts";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { createModels, type Models } from "./create-models.ts";

const schema = z.object({ category: z.string() });

/** Answers every question with 300 tokens in and 200 out, and counts. */
async function startModelServer() {
  let asked = 0;
  const behalf: unknown[] = [];
  const server = createServer((request, response) => {
    asked += 1;
    behalf.push(request.headers["x-pipeline-id"]);
    request.resume().on("end", () => {
      const choices = [
        { index: 0, message: { role: "assistant", content: '{"category":"billing"}' }, finish_reason: "stop" },
      ];
      const usage = { prompt_tokens: 300, completion_tokens: 200 };
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ id: "c", object: "chat.completion", created: 1, model: "m", choices, usage }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: () => asked,
    behalf,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

const monday = Date.UTC(2026, 10, 23, 22);

describe("models of the configuration", () => {
  let folder: ConfigFolder;
  let server: Awaited<ReturnType<typeof startModelServer>>;
  let now: number;
  const stores: { close(): Promise<void> }[] = [];
  beforeEach(async () => {
    folder = new ConfigFolder();
    server = await startModelServer();
    now = monday;
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await server.close();
    folder.remove();
  });

  async function open(text: string, headers?: () => Record<string, string>): Promise<Models> {
    const loaded = await folder.load(sampleSystem() + text);
    const store = await openSqliteStore({ path: join(folder.path, "otai.db"), ids: createIds(systemClock) });
    stores.push(store);
    const silent = () => {};
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const { signal } = new AbortController();
    return createModels({ loaded, store, clock: { now: () => now }, log, signal, ...(headers && { headers }) });
  }
  const llm = (more = "") => `models: { llm: { base_url: "${server.url}", model: "small:4b"${more} } }\n`;
  const ask = (models: Models, prompt: string) =>
    models.languageModel!.generate({
      purpose: "test",
      system: "s",
      prompt,
      schema,
      maxOutputTokens: 200,
      timeoutMs: 5_000,
    });
  const refusal = (models: Models, prompt: string) =>
    ask(models, prompt).then(
      () => null,
      (error: { reason: string; message: string }) => error,
    );

  test("without models there are none, and nothing was used", async () => {
    const models = await open("");
    expect([models.languageModel, models.embedder]).toEqual([null, null]);
    expect(await models.usage()).toEqual({
      models: {},
      total_cost: 0,
      total_tokens: 0,
      budget: {
        ...{ limit: 1_000_000, spent: 0, cost_limit: null, cost_spent: 0 },
        ...{ resets_at: "2026-11-24T00:00:00.000Z", stopped: false },
      },
    });
  });

  test("1.2: what is asked shows in the usage, with its price", async () => {
    const models = await open(llm(", price: { input: 10, output: 40 }"));
    expect(models.languageModel!.name).toBe("small:4b");
    expect(await ask(models, "p")).toEqual({ value: { category: "billing" }, cached: false });
    const usage = await models.usage();
    expect(usageSchema.parse(usage)).toEqual(usage);
    expect(usage).toMatchObject({
      models: {
        "small:4b": { calls: 1, prompt_tokens: 300, completion_tokens: 200, total_tokens: 500, total_cost: 0.011 },
      },
      total_cost: 0.011,
      total_tokens: 500,
      budget: { spent: 500, cost_spent: 0.011, stopped: false },
    });
  });

  test("1.2: each call says on whose behalf it is", async () => {
    let calls = 0;
    const models = await open(llm(), () => {
      calls += 1;
      return { "x-pipeline-id": `pl-${calls}` };
    });
    await ask(models, "a");
    await ask(models, "b");
    expect(server.behalf).toEqual(["pl-1", "pl-2"]);
  });

  test("U26: the cache outlives a restart and ends with the retention of drafts", async () => {
    await ask(await open(llm()), "p");
    const later = await open(llm());
    expect((await ask(later, "p")).cached).toBe(true);
    now += 91 * 86_400_000;
    await ask(later, "another");
    expect((await ask(later, "p")).cached).toBe(false);
    expect(server.asked()).toBe(3);
  });

  test("U26, S06: the cap stops within one request, for all workers, until midnight UTC", async () => {
    const capped = `${llm()}limits: { tokens_per_day: 1200 }\n`;
    const [one, other] = [await open(capped), await open(capped)];
    await ask(one, "1");
    await ask(other, "2");
    expect(await refusal(other, "3")).toMatchObject({
      reason: "budget_exhausted",
      message: expect.stringContaining("2026-11-24T00:00:00.000Z"),
    });
    expect(await refusal(one, "4")).toMatchObject({ reason: "budget_exhausted" });
    expect(server.asked()).toBe(2);
    now += 2 * 3_600_000;
    expect((await ask(one, "3")).cached).toBe(false);
    expect((await one.usage()).total_tokens).toBe(1_500);
    expect((await one.usage()).budget).toMatchObject({ spent: 500, resets_at: "2026-11-25T00:00:00.000Z" });
  });

  test("U26: a day's money is a cap too, and wants a price", async () => {
    const models = await open(`${llm(", price: { input: 1000, output: 1000 }")}limits: { spend_per_day: 0.7 }\n`);
    await ask(models, "1");
    expect(await refusal(models, "2")).toMatchObject({
      reason: "budget_exhausted",
      message: expect.stringContaining("spend_per_day: 0.7"),
    });
    await expect(open(`${llm()}limits: { spend_per_day: 1 }\n`)).rejects.toThrow("needs models.llm.price");
  });

  test("tokens_per_day: 0 asks nobody", async () => {
    const models = await open(`${llm()}limits: { tokens_per_day: 0 }\n`);
    expect(await refusal(models, "1")).toMatchObject({ reason: "budget_exhausted" });
    expect([server.asked(), (await models.usage()).budget.stopped]).toEqual([0, true]);
  });

  test("S02: a public address is refused at the start", async () => {
    const opening = open(`models: { llm: { base_url: "https://8.8.8.8/v1", model: m } }\n`);
    await expect(opening).rejects.toThrow(ConfigError);
    await expect(opening).rejects.toThrow(/^models\.llm\.base_url: 8\.8\.8\.8 is outside your own network/);
  });

  test("an embedder whose folder is not there is refused with the path, and one is found from the configuration's folder", async () => {
    await expect(open("models: { embeddings: { path: ./nowhere } }\n")).rejects.toThrow(
      `models.embeddings.path: ${join(folder.path, "nowhere")}`,
    );
    const model = join(folder.path, "mini");
    mkdirSync(join(model, "onnx"), { recursive: true });
    writeFileSync(join(model, "config.json"), '{"hidden_size": 2}');
    for (const file of ["tokenizer.json", "tokenizer_config.json"]) writeFileSync(join(model, file), "{}");
    writeFileSync(join(model, "onnx", "model.onnx"), "");
    await expect(open("models: { embeddings: { path: ./mini } }\n")).rejects.toThrow(
      "npm install @huggingface/transformers",
    );
  });
});
