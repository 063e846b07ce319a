import { openStore } from "@otai/store/open-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { createPolicies } from "./effective-policy.ts";
import { createIds, systemClock } from "./surroundings.ts";

describe("the share that is never automated", () => {
  let folder: ConfigFolder;
  beforeEach(() => {
    folder = new ConfigFolder();
  });
  afterEach(() => folder.remove());

  it.each([
    ["is there where our own model learns from what happens", {}, 0.02],
    ["is empty where Triage stands elsewhere", { TRIAGE_URL: "http://127.0.0.1:8001" }, 0],
  ])("%s", async (_, environment, share) => {
    const loaded = await folder.load(sampleSystem(), environment);
    const secretKeys = { current: "k".repeat(44), previous: [] };
    const store = await openStore({ url: null, dataDir: folder.path, ids: createIds(systemClock), secretKeys });
    try {
      expect(await createPolicies(loaded, store, () => "desk").current("c-1")).toMatchObject({ holdout: share });
    } finally {
      await store.close();
    }
  });
});
