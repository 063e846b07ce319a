import { resolve } from "node:path";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import { SentimentModel } from "@otai/services/sentiment/sentiment-model";
import { toneTargetOf } from "@otai/services/sentiment/tone-target";
import { PREPARE_VERSION } from "@otai/text/prepare";
import type { LoadedConfig } from "../config/load-config.ts";
import { readModel } from "../models/model-folder.ts";
import type { Champions } from "../triage/champions.ts";

const key = "services.sentiment.model";

export interface LearnedToneParts {
  readonly loaded: Pick<LoadedConfig, "config" | "folder">;
  readonly champions: Champions;
  readonly connected: () => readonly ConnectedSystem[];
  readonly log: Log;
}

/**
 * Where Sentiment finds what was learned of tones: in the configured folder, else with the first connection whose champion has learned
 * one. `null` where nothing was learned. @throws ConfigError when the folder holds no such model
 */
export async function openLearnedTone(parts: LearnedToneParts): Promise<() => SentimentModel | null> {
  const folder = parts.loaded.config.services.sentiment.model;
  if (folder === null) return createToneOfChampions(parts);
  const model = await readToneModel(resolve(parts.loaded.folder, folder));
  return () => model;
}

async function readToneModel(folder: string): Promise<SentimentModel> {
  try {
    const { model, manifest } = await readModel(folder);
    if (model.parts.prepareVersion !== PREPARE_VERSION) {
      throw new ConfigError(`${folder}: this model was trained by an older version: train it again`);
    }
    const { sha256, languages = {} } = manifest;
    return new SentimentModel({ model, version: `sentiment-${sha256.slice(0, 8)}`, languages });
  } catch (error) {
    throw new ConfigError(`${key}: ${(error as Error).message}`, { cause: error });
  }
}

/** Answers at once with what it holds, and looks for a newer champion meanwhile. */
async function createToneOfChampions({ champions, connected, log }: LearnedToneParts) {
  let held: { readonly of: object; readonly model: SentimentModel } | null = null;
  let looking = false;

  async function look(): Promise<void> {
    looking = true;
    try {
      for (const { uid } of connected()) {
        const serving = await champions.get(uid);
        if (serving === null || toneTargetOf(serving.model) === null) continue;
        if (held?.of !== serving) held = { of: serving, model: new SentimentModel(serving) };
        return;
      }
      held = null;
    } catch (error) {
      log.warn({ err: error }, "the learned tone cannot be read; the one that is held goes on");
    } finally {
      looking = false;
    }
  }

  await look();
  return () => {
    if (!looking) void look();
    return held?.model ?? null;
  };
}
