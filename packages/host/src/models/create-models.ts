import { resolve } from "node:path";
import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import { ConfigError, OtaiError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import type { Embedder } from "@otai/service-api/embedder";
import type { EmbedderDefinition, LanguageModelDefinition } from "@otai/service-api/engine-definition";
import type { LanguageModel } from "@otai/service-api/language-model";
import type { Usage } from "@otai/service-api/usage";
import type { LoadedConfig } from "../config/load-config.ts";
import { resolveEmbedder, resolveLanguageModel } from "../plugins/resolve-plugin.ts";
import { reportUsage } from "./report-usage.ts";
import { createStoreAnswers } from "./store-answers.ts";
import { createStoreMeter } from "./store-meter.ts";

export interface ModelsOptions {
  readonly loaded: Pick<LoadedConfig, "config" | "folder">;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends calls under way when the host stops. */
  readonly signal: AbortSignal;
  /** Further headers of each call, e.g. on whose behalf it is. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

/** The optional engines; where one is `null`, the embedded engine does its work. */
export interface Models {
  readonly languageModel: LanguageModel | null;
  readonly embedder: Embedder | null;
  usage(): Promise<Usage>;
}

const languageModelPlugin = "otai_llm:OpenAiCompatibleModel";
const embedderPlugin = "otai_transformers:OnnxEmbedder";
const dayMs = 86_400_000;

/**
 * Makes what `models:` of the configuration names. Nothing goes over the network yet: a model that cannot be reached is no reason not to
 * start. @throws ConfigError that says what to install or to mend.
 */
export async function createModels({ loaded, store, clock, log, signal, headers }: ModelsOptions): Promise<Models> {
  const { folder } = loaded;
  const { limits: perDay, privacy } = loaded.config;
  const { llm, embeddings } = loaded.config.models;
  const limits = { tokensPerDay: perDay.tokens_per_day, spendPerDay: perDay.spend_per_day };
  const around = { store, clock };
  const context = { clock, log, signal, folder };

  async function openLanguageModel(): Promise<LanguageModel | null> {
    if (llm === null) return null;
    const { price, ...params } = llm;
    if (limits.spendPerDay !== null && price === null) {
      throw new ConfigError("limits.spend_per_day: needs models.llm.price to count by");
    }
    return placed("models.llm", async () => {
      const { definition } = await resolveLanguageModel(languageModelPlugin, folder);
      const { create, params: schema } = definition as LanguageModelDefinition;
      const meter = createStoreMeter(around, limits, price);
      const answers = createStoreAnswers(around, privacy.retention_days.drafts * dayMs);
      return create(schema.parse(params), { ...context, meter, answers, ...(headers && { headers }) });
    });
  }

  async function openEmbedder(): Promise<Embedder | null> {
    if (embeddings === null) return null;
    const params = { path: resolve(folder, embeddings.path) };
    return placed("models.embeddings", async () => {
      const { definition } = await resolveEmbedder(embedderPlugin, folder);
      const { create, params: schema } = definition as EmbedderDefinition;
      return create(schema.parse(params), context);
    });
  }

  return {
    languageModel: await openLanguageModel(),
    embedder: await openEmbedder(),
    usage: () => reportUsage(around, limits),
  };
}

/** Whatever goes wrong, the administrator learns where in the configuration it belongs. */
async function placed<Engine>(path: string, open: () => Promise<Engine>): Promise<Engine> {
  try {
    return await open();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (OtaiError.is(cause) && reason.startsWith(path)) throw cause;
    throw new ConfigError(`${path}: ${reason}`, { cause });
  }
}
