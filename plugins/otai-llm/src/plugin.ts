import { ConfigError } from "@otai/plugin-api/errors";
import { definePlugin } from "@otai/plugin-api/plugin";
import { defineLanguageModel } from "@otai/service-api/engine-definition";
import { createLanguageModel } from "./create-language-model.ts";
import { ForeignAddressError } from "./own-network.ts";
import { languageModelParams } from "./params.ts";

export default definePlugin({
  api: 1,
  languageModels: {
    OpenAiCompatibleModel: defineLanguageModel({
      title: "A language model behind any OpenAI-compatible server",
      params: languageModelParams,
      create(params, context) {
        try {
          return createLanguageModel(params, context);
        } catch (error) {
          if (error instanceof ForeignAddressError) throw new ConfigError(`models.llm.base_url: ${error.message}`);
          throw error;
        }
      },
    }),
  },
});
